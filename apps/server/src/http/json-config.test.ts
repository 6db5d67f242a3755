import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AIProvider } from '@ai-providers/db';
import { buildProvider } from '@ai-providers/db/testing';
import { openTestServer, type Answer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await openTestServer();
  token = await server.tokenFor((await server.signIn({ isSuperuser: true })).user, ['admin']);
});
afterAll(() => server.close());

/** Sent as text: what `JSON.stringify` would not write must arrive, too. */
async function update(publicId: string, config: string): Promise<{ status: number; reason: string | undefined }> {
  const response = await fetch(`${server.url}/trpc/providers.update`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: `{"publicId":"${publicId}","patch":{"config":${config}}}`,
  });
  const body = (await response.json()) as Answer['body']; // any shape
  return { status: response.status, reason: body.error?.data.fieldErrors?.['patch.config']?.reason };
}

const nested = (depth: number) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);
const manyKeys = (count: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, key) => [`k${key}`, 1])));

describe('a config', () => {
  it.each([
    ['__proto__', '{"__proto__":{"polluted":true}}', 'CONFIG_FORBIDDEN_KEY'],
    ['constructor.prototype', '{"deep":[{"constructor":{"prototype":{"polluted":true}}}]}', 'CONFIG_FORBIDDEN_KEY'],
    ['9 levels', nested(9), 'CONFIG_TOO_DEEP'],
    ['100,000 levels', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'CONFIG_TOO_DEEP'],
    ['501 keys', manyKeys(501), 'CONFIG_TOO_MANY_KEYS'],
    ['33 KB', JSON.stringify({ text: 'x'.repeat(33 * 1024) }), 'CONFIG_TOO_LARGE'],
    ['33 KB in letters of two bytes', JSON.stringify({ text: 'é'.repeat(17 * 1024) }), 'CONFIG_TOO_LARGE'],
    ['a NUL', '{"a":"\\u0000"}', 'UNSTORABLE_TEXT'],
    ['a lone surrogate', '{"a":"\\ud800"}', 'UNSTORABLE_TEXT'],
    ['a lone surrogate as a key', '{"\\udc00":1}', 'UNSTORABLE_TEXT'],
    ['no object', '[1]', 'CONFIG_NOT_OBJECT'],
    ['null', 'null', 'CONFIG_NOT_OBJECT'],
  ])('with %s is refused and leaves nothing behind; the next good one is saved', async (_what, config, reason) => {
    const provider = await buildProvider({ config: { kept: true } });
    expect(await update(provider.publicId, config)).toEqual({ status: 400, reason });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect((await AIProvider.findByPk(provider.id))?.config).toEqual({ kept: true });
    expect(await update(provider.publicId, '{"next":1}')).toEqual({ status: 200, reason: undefined });
    expect((await AIProvider.findByPk(provider.id))?.config).toEqual({ next: 1 });
  });

  it.each([
    ['8 levels', nested(8)],
    ['500 keys', manyKeys(500)],
    ['words of a prototype as values', '{"a":"__proto__","b":"constructor"}'],
  ])('with %s is kept as it is', async (_what, config) => {
    const provider = await buildProvider();
    expect(await update(provider.publicId, config)).toEqual({ status: 200, reason: undefined });
    expect((await AIProvider.findByPk(provider.id))?.config).toEqual(JSON.parse(config));
  });
});
