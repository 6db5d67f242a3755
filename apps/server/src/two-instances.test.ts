import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bySystem, createApiToken, type AIProvider, type User } from '@ai-providers/db';
import { buildProvider, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { killServers, startServer, testSecretKey } from './testing/process.js';
import { openTestServer, type TestServer } from './testing/test-server.js';

const makeToken = (user: User) => createApiToken(user, { name: 'trial', scopes: ['admin', 'usage:write'] }, bySystem);

interface End {
  who: string;
  /** A call that works before and is answered so after. */
  path: string;
  /** What it sends, where it is a change. */
  input?: (provider: AIProvider) => unknown;
  refused: number;
  by: (ids: { user: string; token: string }) => [path: string, input: unknown];
}
const ends: End[] = [
  {
    who: 'a token that is revoked',
    path: 'providers.list',
    refused: 401,
    by: ({ token }) => ['tokens.revoke', { publicId: token }],
  },
  {
    who: 'a token that counts and is revoked',
    path: 'usage.reserve',
    input: ({ slug }) => ({ provider: slug, requestId: randomUUID() }),
    refused: 401,
    by: ({ token }) => ['tokens.revoke', { publicId: token }],
  },
  {
    who: 'a super admin who is demoted',
    path: 'admins.list',
    refused: 403,
    by: ({ user }) => ['admins.update', { publicId: user, patch: { isSuperuser: false } }],
  },
  {
    who: 'an admin who is disabled',
    path: 'providers.list',
    refused: 401,
    by: ({ user }) => ['admins.update', { publicId: user, patch: { isActive: false } }],
  },
];

async function call(url: string, path: string, token: string, input?: unknown): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(
    `${url}/trpc/${path}`,
    input === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(input) },
  );
  await response.arrayBuffer();
  return response.status;
}

/** Ends something on one instance and asks the other: the statuses of the first calls after the end was answered. */
async function afterEachEnd(
  urls: [string, string],
  { path, input: inputFor, by }: End,
  trials: number,
): Promise<number[]> {
  const root = (await makeToken(await buildUser({ isSuperuser: true }))).token;
  const provider = await buildProvider();
  const ask = (url: string, token: string) => call(url, path, token, inputFor?.(provider));
  const after: number[] = [];
  for (let trial = 0; trial < trials; trial += 1) {
    const user = await buildUser({ isSuperuser: true });
    const { token, record } = await makeToken(user);
    const [one, other] = trial % 2 ? urls : ([urls[1], urls[0]] as const);
    // Whatever an instance remembers of a caller it remembers now.
    expect([await ask(one, token), await ask(other, token)]).toEqual([200, 200]);
    const [endPath, input] = by({ user: user.publicId, token: record.publicId });
    expect(await call(one, endPath, root, input)).toBe(200);
    after.push(await ask(other, token));
  }
  return after;
}

describe('two instances in one process', () => {
  let first: TestServer;
  let second: TestServer;
  beforeAll(async () => {
    first = await openTestServer();
    second = await openTestServer({ database: first.database });
  });
  afterAll(async () => {
    await second.close();
    await first.close();
  });

  it.each(ends)('$who on one is refused by the other from the next call on', async (end) => {
    expect(await afterEachEnd([first.url, second.url], end, 5)).toEqual(Array.from({ length: 5 }, () => end.refused));
  });
});

const redis = process.env.TEST_REDIS_URL;
const caches: [string, Record<string, string>][] = [
  ['no Redis', {}],
  ['a Redis that cannot be reached', { REDIS_URL: 'redis://127.0.0.1:1' }],
  ...(redis ? [['a Redis', { REDIS_URL: `${redis}/9` }] satisfies [string, Record<string, string>]] : []),
];

// Only a PostgreSQL can serve two processes.
if (process.env.TEST_DATABASE_URL) {
  describe.each(caches)('two processes on one database with %s', (_what, env) => {
    let database: TestDatabase;
    let urls: [string, string];
    beforeAll(async () => {
      database = await openTestDatabase({ secretKey: testSecretKey });
      const variables = { DATABASE_URL: database.url ?? '', SECRET_KEY: testSecretKey, ...env };
      const [here, there] = await Promise.all([startServer(variables), startServer(variables)]);
      urls = [here.url, there.url];
    });
    afterAll(async () => {
      await killServers();
      await database.close();
    });

    it.each(ends)(
      '$who on one is refused by the other from the next call on, 50 times of 50',
      async (end) => {
        expect(await afterEachEnd(urls, end, 50)).toEqual(Array.from({ length: 50 }, () => end.refused));
      },
      60_000,
    );
  });
}
