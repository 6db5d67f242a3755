import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bySystem, createApiToken, User, type ApiToken } from '@ai-providers/db';
import { buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { killServers, startServer, testSecretKey, type ServerProcess } from './testing/process.js';

const trials = 50;
const redis = process.env.TEST_REDIS_URL;
const caches: [string, Record<string, string>][] = [
  ['no Redis', {}],
  ['a Redis that cannot be reached', { REDIS_URL: 'redis://127.0.0.1:1' }],
  ...(redis ? [['a Redis', { REDIS_URL: `${redis}/9` }] satisfies [string, Record<string, string>]] : []),
];

// Only a PostgreSQL can serve two processes.
if (process.env.TEST_DATABASE_URL) {
  describe.each(caches)('two instances on one database with %s', (_what, env) => {
    let database: TestDatabase;
    let here: ServerProcess;
    let there: ServerProcess;
    let root: string;
    beforeAll(async () => {
      database = await openTestDatabase({ secretKey: testSecretKey });
      const variables = { DATABASE_URL: database.url ?? '', SECRET_KEY: testSecretKey, ...env };
      [here, there] = await Promise.all([startServer(variables), startServer(variables)]);
      root = (await tokenOf(await buildUser({ isSuperuser: true }))).token;
    }, 60_000);
    afterAll(async () => {
      await killServers();
      await database.close();
    });

    const tokenOf = (user: User): Promise<{ token: string; record: ApiToken }> => createApiToken(user, { name: 'trial', scopes: ['admin'] }, bySystem);

    async function call(server: ServerProcess, path: string, token: string, input?: unknown): Promise<number> {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const response = await fetch(`${server.url}/trpc/${path}`, input === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(input) });
      await response.arrayBuffer();
      return response.status;
    }

    it.each<[string, string, number, (user: User, record: ApiToken) => [path: string, input: unknown]]>([
      ['token that is revoked', 'providers.list', 401, (_user, record) => ['tokens.revoke', { publicId: record.publicId }]],
      ['super admin who is demoted', 'admins.list', 403, (user) => ['admins.update', { publicId: user.publicId, patch: { isSuperuser: false } }]],
      ['admin who is disabled', 'providers.list', 401, (user) => ['admins.update', { publicId: user.publicId, patch: { isActive: false } }]],
    ])('a %s on one is refused by the other from the next call on, every time', async (_kind, path, refused, end) => {
      const after: number[] = [];
      for (let trial = 0; trial < trials; trial += 1) {
        const user = await buildUser({ isSuperuser: true });
        const { token, record } = await tokenOf(user);
        const [one, other] = trial % 2 ? [here, there] : [there, here];
        expect([await call(one, path, token), await call(other, path, token)]).toEqual([200, 200]); // whatever is remembered is remembered now
        expect(await call(one, ...swap(end(user, record), root))).toBe(200);
        after.push(await call(other, path, token));
      }
      expect(after).toEqual(Array.from({ length: trials }, () => refused));
    }, 60_000);
  });
}

const swap = ([path, input]: [string, unknown], token: string): [string, string, unknown] => [path, token, input];
