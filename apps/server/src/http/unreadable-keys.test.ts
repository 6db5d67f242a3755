import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProviderOutput } from '@ai-providers/contracts';
import type { AIProvider } from '@ai-providers/db';
import { buildProvider } from '@ai-providers/db/testing';
import { openTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await openTestServer();
  token = await server.tokenFor((await server.signIn({ isSuperuser: true })).user, ['admin', 'keys:resolve']);
});
afterAll(() => server.close());

const resolve = (slug: string) => server.call('keys.resolve', { token, input: { provider: slug } });
const stateOf = async ({ slug }: AIProvider) =>
  (await server.call('providers.get', { token, input: { slug } })).body.result.data.sharedApiKey;

type Columns = Record<'shared_api_key' | 'shared_api_key_binding' | 'shared_api_key_last4', string>;
async function columnsOf(provider: AIProvider): Promise<Columns> {
  const sql = 'select shared_api_key, shared_api_key_binding, shared_api_key_last4 from ai_providers where id = $id';
  const [row] = await server.database.sequelize.query<Columns>(sql, {
    bind: { id: provider.id },
    type: QueryTypes.SELECT,
  });
  if (!row) throw new Error('The provider is gone');
  return row;
}
const store = (provider: AIProvider, column: keyof Columns, value: string) =>
  server.database.sequelize.query(`update ai_providers set ${column} = $value where id = $id`, {
    bind: { value, id: provider.id },
  });

const plaintext = 'sk-plaintext-in-the-column-1234';
/** The example of the Fernet specification. */
const ofAnotherInstallation =
  'gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==';
const flipped = (token: string) => token.slice(0, 30) + (token[30] === 'A' ? 'B' : 'A') + token.slice(31);

describe('a stored key that cannot be read', () => {
  it.each([
    ['sealed under another key', () => ofAnotherInstallation],
    ['with one character changed', (token: string) => flipped(token)],
    ['that is plaintext', () => plaintext],
    ['cut short', (token: string) => token.slice(0, -8)],
  ])('%s is 503 by name; it is shown as unreadable, and the others still work', async (_what, damage) => {
    const [damaged, sound] = [await buildProvider(), await buildProvider()];
    const stored = damage((await columnsOf(damaged)).shared_api_key);
    await store(damaged, 'shared_api_key', stored);

    const answer = await resolve(damaged.slug);
    expect([answer.status, answer.body.error.data.reason]).toEqual([503, 'KEY_UNREADABLE']);
    expect(await stateOf(damaged)).toMatchObject({ set: true, readable: false });
    const list = await server.call('providers.list', { token });
    const items = list.body.result.data.items as ProviderOutput[]; // by the contract
    expect(items.find(({ slug }) => slug === damaged.slug)?.sharedApiKey).toMatchObject({ set: true, readable: false });
    const { body } = await server.call('keys.explain', { token, input: { provider: damaged.slug } });
    expect(body.result.data).toMatchObject({ allowed: false, code: 'KEY_UNREADABLE' });

    expect((await resolve(sound.slug)).body.result.data.apiKey).toMatch(/^sk-test-shared-/);
    expect(await stateOf(sound)).toMatchObject({ set: true, readable: true });
    for (const place of [answer.text, list.text, server.logged.join('\n')]) {
      expect(place).not.toContain(stored);
      expect(place).not.toMatch(/gAAAA/);
    }
    expect((await columnsOf(damaged)).shared_api_key).toBe(stored);
  });

  it('moved from another row is refused, alone or with its binding', async () => {
    const [from, to] = [await buildProvider(), await buildProvider()];
    const { shared_api_key, shared_api_key_binding } = await columnsOf(from);
    await store(to, 'shared_api_key', shared_api_key);
    expect((await resolve(to.slug)).body.error.data).toMatchObject({ httpStatus: 503, reason: 'KEY_UNREADABLE' });
    await store(to, 'shared_api_key_binding', shared_api_key_binding);
    expect((await resolve(to.slug)).body.error.data).toMatchObject({ httpStatus: 503, reason: 'KEY_UNREADABLE' });
    expect((await resolve(from.slug)).status).toBe(200);
  });

  it('is replaced by entering the key again', async () => {
    const provider = await buildProvider();
    await store(provider, 'shared_api_key', plaintext);
    const input = { publicId: provider.publicId, patch: { sharedApiKey: 'sk-entered-again-5678' } };
    expect((await server.call('providers.update', { method: 'POST', token, input })).status).toBe(200);
    expect((await resolve(provider.slug)).body.result.data.apiKey).toBe('sk-entered-again-5678');
  });
});

describe('a submitted key that looks encrypted', () => {
  const real = async () => (await columnsOf(await buildProvider())).shared_api_key;
  it.each([
    ['gAAAAABxxxx', async () => 'gAAAAABxxxx'],
    ['a real token of another row', real],
    ['a real token among blanks', async () => `  ${await real()} `],
    ['a token of after 2038', async () => `gAAAAAC${'x'.repeat(90)}`],
    ['a token of after 2072', async () => `gAAAAAD${'x'.repeat(90)}`],
    ['a token of before 2004', async () => `gAAAAAA${'x'.repeat(90)}`],
  ])('is refused everywhere, and the column is unchanged: %s', async (_what, make) => {
    const provider = await buildProvider();
    const before = await columnsOf(provider);
    const secret = await make();
    const submissions = [
      ['providers.update', { publicId: provider.publicId, patch: { sharedApiKey: secret } }, 'patch.sharedApiKey'],
      ['providers.create', { name: 'Looks encrypted', sharedApiKey: secret }, 'sharedApiKey'],
      ['settings.update', { provider: provider.slug, personalApiKey: secret }, 'personalApiKey'],
    ] as const;
    for (const [path, input, field] of submissions) {
      const answer = await server.call(path, { method: 'POST', token, input });
      expect([answer.status, answer.body.error.data]).toMatchObject([400, { reason: 'VALIDATION_FAILED', field }]);
      expect(answer.body.error.data.fieldErrors[field].reason).toBe('SECRET_LOOKS_ENCRYPTED');
      expect(answer.text).not.toContain(secret.trim());
    }
    expect(await columnsOf(provider)).toEqual(before);
  });
});
