import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProviderOutput } from '@ai-providers/contracts';
import { AIProvider, openData, silentLog } from '@ai-providers/db';
import { readEnv } from './env.js';
import { killServers, startServer, temporaryFolder, testSecretKey } from './testing/process.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(async () => {
  await killServers();
  await folder.remove();
});

const other = `${testSecretKey}-another`;
const admin = { email: 'first@example.com', password: 'a long enough password' };
const variables = (SECRET_KEY: string) => ({
  DATA_DIR: join(folder.path, 'data'),
  SECRET_KEY,
  ADMIN_EMAIL: admin.email,
  ADMIN_PASSWORD: admin.password,
  OPENAI_API_KEY: 'sk-from-the-environment-1234',
});

/** Every stored key with its companions, as the database has it. */
async function storedBytes(): Promise<string> {
  const { database } = await openData(readEnv(variables(testSecretKey)), silentLog);
  const rows = await AIProvider.findAll({
    raw: true,
    order: ['id'],
    attributes: ['slug', 'sharedApiKey', 'sharedApiKeyBinding', 'sharedApiKeyLast4', 'sharedApiKeyUpdatedAt'],
  });
  await database.close();
  expect(rows.filter(({ sharedApiKey }) => sharedApiKey.startsWith('gAAAA'))).toHaveLength(1);
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}

async function call(url: string, path: string, input?: unknown, cookie = '') {
  const headers = { 'content-type': 'application/json', ...(cookie && { cookie }) };
  const response = await fetch(
    `${url}/trpc/${path}`,
    input === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(input) },
  );
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of every shape
  const body = (await response.json()) as { result?: { data: any }; error?: { data: any } }; // as tRPC answers
  return {
    status: response.status,
    data: body.result?.data ?? body.error?.data,
    cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
  };
}

describe('another valid SECRET_KEY on filled data', () => {
  it('starts, says so, serves what needs no key, changes no secret, and does no harm', async () => {
    const first = await startServer(variables(testSecretKey));
    expect(await first.stop()).toBe(0);
    const before = await storedBytes();

    const server = await startServer(variables(other));
    const ready = await fetch(`${server.url}/readyz`);
    expect([ready.status, await ready.json()]).toMatchObject([503, { status: 'encryption_key_mismatch' }]);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect(server.output()).toContain('SECRET_KEY does not open this database');
    expect(server.output()).not.toContain(other);

    const { cookie } = await call(server.url, 'auth.login', admin);
    const list = await call(server.url, 'providers.list', undefined, cookie);
    const openai = (list.data.items as ProviderOutput[]).find(({ slug }) => slug === 'openai'); // by the contract
    expect(openai?.sharedApiKey).toMatchObject({ set: true, readable: false });

    for (let request = 0; request < 5; request += 1) {
      const update = await call(
        server.url,
        'providers.update',
        { publicId: openai?.publicId, patch: { sharedApiKey: `sk-new-key-${request}-5678` } },
        cookie,
      );
      expect([update.status, update.data.reason]).toEqual([409, 'ENCRYPTION_KEY_MISMATCH']);
      const personal = await call(
        server.url,
        'settings.update',
        { provider: 'openai', personalApiKey: `sk-personal-${request}-5678` },
        cookie,
      );
      expect([personal.status, personal.data.reason]).toEqual([409, 'ENCRYPTION_KEY_MISMATCH']);
    }
    const removal = await call(
      server.url,
      'providers.update',
      { publicId: openai?.publicId, patch: { sharedApiKey: null } },
      cookie,
    );
    expect(removal.status).toBe(409);
    const harmless = await call(
      server.url,
      'providers.update',
      { publicId: openai?.publicId, patch: { sortOrder: 3 } },
      cookie,
    );
    expect(harmless.status).toBe(200);
    expect(await server.stop()).toBe(0);

    expect(await storedBytes()).toBe(before);
    const back = await startServer(variables(testSecretKey));
    expect((await fetch(`${back.url}/readyz`)).status).toBe(200);
    expect(await back.stop()).toBe(0);
  });
});
