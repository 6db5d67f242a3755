import { randomBytes } from 'node:crypto';
import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { tokenScopes } from '@ai-providers/contracts';
import type { User } from '@ai-providers/db';
import { buildProvider } from '@ai-providers/db/testing';
import { badInputs, everyProcedure } from '../testing/every-procedure.js';
import { dumpRedis } from '../testing/redis-dump.js';
import { openTestServer, testPassword, type CallOptions, type TestServer } from '../testing/test-server.js';

/** Where the last four characters may be shown, so they are the same for all and not searched for. */
const canaries = new Map<string, string>();
function canary(what: string): string {
  const secret = `sk-canary-${randomBytes(15).toString('hex')}-tail`;
  canaries.set(secret, what);
  return secret;
}

let server: TestServer;
const answers: { path: string; role: string; status: number; text: string }[] = [];
const cached: string[] = [];

beforeAll(async () => {
  server = await openTestServer({ secretKey: canary('SECRET_KEY'), fallbacks: [canary('a former SECRET_KEY')] });
  spyOnCache();
  await buildProvider({ slug: 'shared', sharedApiKey: canary('shared key'), allowSharedForNormalAdmins: true });
  for (const [role, makeCaller] of await roles()) await callEverything(role, makeCaller);
}, 300_000);
afterAll(() => server.close());

function spyOnCache(): void {
  const { cache } = server.database;
  const { getOrLoad } = cache;
  vi.spyOn(cache, 'getOrLoad').mockImplementation(async (key, load, options) => {
    const value = await getOrLoad.call(cache, key, load, options);
    cached.push(`${key} ${JSON.stringify(value)}`);
    return value;
  });
}

type Caller = Pick<CallOptions, 'cookie' | 'token'>;

/** Nobody, both kinds of admin with a session, and a token of each scope and owner. */
async function roles(): Promise<[string, () => Promise<Caller>][]> {
  const found: [string, () => Promise<Caller>][] = [['nobody', async () => ({})]];
  for (const isSuperuser of [false, true]) {
    const name = isSuperuser ? 'super admin' : 'normal admin';
    const { user } = await server.signIn({ isSuperuser });
    found.push([`${name}'s session`, () => sessionOf(user)]);
    for (const scope of tokenScopes) {
      const token = await server.tokenFor(user, [scope]);
      canaries.set(token, `token with ${scope}`);
      found.push([`${name}'s token with ${scope}`, async () => ({ token })]);
    }
  }
  return found;
}

/** A session of its own for every call: some of them end it. */
async function sessionOf(user: User): Promise<Caller> {
  const answer = await server.call('auth.login', {
    method: 'POST',
    input: { email: user.email, password: testPassword },
  });
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  canaries.set(cookie.split('=')[1] ?? '', 'session');
  return { cookie };
}

async function callEverything(role: string, makeCaller: () => Promise<Caller>): Promise<void> {
  const caller = await makeCaller();
  for (const [path, { type, good }] of everyProcedure()) {
    const send = async (input: unknown) => {
      const answer = await server.call(path, { ...caller, input, method: type === 'query' ? 'GET' : 'POST' });
      const headers = path === 'auth.login' ? '' : JSON.stringify([...answer.headers]);
      answers.push({ path, role, status: answer.status, text: headers + answer.text });
    };
    for (const input of badInputs(canary)) await send(input);
    await send(await good(canary));
  }
}

const mayAnswerSecrets = new Set(['keys.resolve', 'tokens.create']);

function search(places: Record<string, string>): string[] {
  return Object.entries(places).flatMap(([place, text]) =>
    [...canaries].filter(([secret]) => text.includes(secret)).map(([, what]) => `${what} in ${place}`),
  );
}

async function dumpTables(): Promise<string> {
  const { sequelize } = server.database;
  const tables = await sequelize.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public'",
    {
      type: QueryTypes.SELECT,
    },
  );
  const dumps = await Promise.all(
    tables.map(async ({ name }) => `${name}: ${JSON.stringify((await sequelize.query(`select * from "${name}"`))[0])}`),
  );
  return dumps.join('\n');
}

describe('after every procedure was called by everybody, with good input and bad', () => {
  it('each was reached, and each good input was good for somebody', () => {
    expect(canaries.size).toBeGreaterThan(20);
    const worked = new Set(answers.filter(({ status }) => status === 200).map(({ path }) => path));
    // Their secrets or ids are of nobody.
    const never = [
      'auth.acceptInvite',
      'auth.changePassword',
      'auth.login',
      'auth.revokeSession',
      'system.setup',
      'system.setupChecks',
      'tokens.revoke',
      'tokens.rotate',
      'tokens.update',
    ];
    const failed = everyProcedure()
      .map(([path]) => path)
      .filter((path) => !worked.has(path));
    expect(failed.sort()).toEqual(never.filter((path) => !worked.has(path)));
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  });

  it('no secret is in any answer but those of the two procedures that give one', () => {
    const places = Object.fromEntries(
      answers
        .filter(({ path }) => !mayAnswerSecrets.has(path))
        .map(({ path, role, text }, n) => [`${path} for ${role} #${n}`, text]),
    );
    expect(search(places)).toEqual([]);
    expect(answers.filter(({ text }) => text.includes('gAAAA'))).toEqual([]);
  });

  it('the resolver gives a key to tokens with keys:resolve only, and a token is told once', async () => {
    const given = answers.filter(({ path, status }) => path === 'keys.resolve' && status === 200);
    expect(new Set(given.map(({ role }) => role))).toEqual(new Set(["super admin's token with keys:resolve"]));
    const resolved = await server.call('keys.resolve', {
      token: tokenWith('keys:resolve'),
      input: { provider: 'shared' },
    });
    expect(canaries.get(resolved.body.result.data.apiKey)).toBe('shared key'); // the search can find what is there
    expect(resolved.headers.get('cache-control')).toBe('no-store');
    for (const { text } of answers.filter(({ path, status }) => path === 'tokens.create' && status === 200)) {
      const token = /dap_[0-9A-Za-z]{49}/.exec(text)?.[0] ?? '';
      expect(answers.filter((answer) => answer.text.includes(token))).toHaveLength(1);
    }
  });

  it('no secret and no ciphertext is in the log', () => {
    expect(search({ log: server.logged.join('\n') })).toEqual([]);
    expect(server.logged.join('\n')).not.toContain('gAAAA');
  });

  it('no secret, ciphertext or hash is in the cache', async () => {
    expect(cached.length).toBeGreaterThan(5);
    const redis = process.env.TEST_REDIS_URL;
    const places = { cache: cached.join('\n'), redis: redis ? await dumpRedis(redis, 'test-') : '' };
    expect(search(places)).toEqual([]);
    if (redis) expect(places.redis.length).toBeGreaterThan(100);
    for (const text of Object.values(places)) expect(text).not.toMatch(/gAAAA|argon2|\b[0-9a-f]{64}\b/);
  });

  it('no secret is in any table, the audit log among them: keys are ciphertext, tokens are hashes', async () => {
    const dump = await dumpTables();
    expect(dump).toMatch(/audit_log: \[\{/);
    expect(dump).toMatch(/"shared_api_key":"gAAAA/);
    expect(dump).toMatch(/"personal_api_key":"gAAAA/);
    expect(search({ dump })).toEqual([]);
    const audit = JSON.stringify((await server.database.sequelize.query('select * from audit_log'))[0]);
    expect(audit).not.toMatch(/gAAAA|argon2/);
  });
});

function tokenWith(scope: string): string {
  return [...canaries].reverse().find(([, what]) => what === `token with ${scope}`)?.[0] ?? '';
}
