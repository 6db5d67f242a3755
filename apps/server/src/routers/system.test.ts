import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Session, User } from '@ai-providers/db';
import { buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { presentSetupFacts } from '../presenters/system.js';
import { createSetupToken } from '../security/setup-token.js';
import { callersOn } from '../testing/caller.js';
import { outcomeOf, refusalOf } from '../testing/refusal.js';

const password = 'correct horse battery';

let database: TestDatabase;
let as: Awaited<ReturnType<typeof callersOn>>;
let token: string;
beforeAll(async () => {
  database = await openTestDatabase();
  token = (await createSetupToken(database.sequelize, database.secrets)).value;
});
afterAll(() => database.close());
beforeEach(async () => {
  await User.destroy({ where: {} });
  await database.sequelize.query('delete from rate_limits');
  as = await callersOn(database);
});

const setUp = (input: object = {}) =>
  as.nobody().system.setup({ token, email: 'First@Example.com', name: 'First', password, ...input });

describe('system.setup', () => {
  it('makes the first super admin and signs them in', async () => {
    expect(await as.nobody().system.setupStatus()).toEqual({ required: true });
    const { user } = await setUp();
    expect(user).toMatchObject({ email: 'first@example.com', role: 'super', isSuperuser: true });
    expect(await as.nobody().system.setupStatus()).toEqual({ required: false });
    expect(await Session.count()).toBe(1);
    expect(await outcomeOf(as.nobody().auth.login({ email: 'first@example.com', password }))).toBeNull();
  });

  it('happens once, also with the right link', async () => {
    await setUp();
    expect(await refusalOf(setUp({ email: 'second@example.com' }))).toEqual({ code: 'CONFLICT', reason: 'SETUP_DONE' });
    expect(await User.count()).toBe(1);
  });

  it('happens once of two at the same time', async () => {
    const outcomes = await Promise.all([outcomeOf(setUp()), outcomeOf(setUp({ email: 'second@example.com' }))]);
    expect(outcomes.map((outcome) => outcome?.reason ?? 'ok').sort()).toEqual(['SETUP_DONE', 'ok']);
    expect(await User.count()).toBe(1);
  });

  it('is done where only a switched-off account is left', async () => {
    await buildUser({ isActive: false });
    expect(await as.nobody().system.setupStatus()).toEqual({ required: false });
    expect(await refusalOf(setUp())).toMatchObject({ reason: 'SETUP_DONE' });
  });

  it('refuses another link, and stops after ten', async () => {
    const wrong = [token.slice(0, -1), `${token}x`, token.toLowerCase() + 'x', 'x'];
    for (const each of wrong)
      expect(await refusalOf(setUp({ token: each }))).toEqual({ code: 'FORBIDDEN', reason: 'SETUP_TOKEN_WRONG' });
    for (let attempt = wrong.length; attempt < 10; attempt += 1) await refusalOf(setUp({ token: 'x' }));
    expect(await refusalOf(setUp())).toMatchObject({ reason: 'TOO_MANY_ATTEMPTS', retryAfter: expect.any(Number) });
    expect(await User.count()).toBe(0);
  });

  it.each<[string, object, string]>([
    ['password', { password: 'too short' }, 'TOO_SHORT'],
    ['email', { email: 'nobody' }, 'INVALID_FORMAT'],
    ['name', { name: ' ' }, 'REQUIRED'],
    ['isSuperuser', { isSuperuser: true }, 'UNKNOWN_FIELD'],
  ])('refuses a bad %s', async (field, input, reason) => {
    expect(await refusalOf(setUp(input))).toMatchObject({ field, fieldErrors: { [field]: { reason } } });
    expect(await User.count()).toBe(0);
  });
});

describe('system.setupChecks', () => {
  const check = (input: object = {}) =>
    as.nobody().system.setupChecks({ token, origin: 'http://127.0.0.1:3000', ...input });

  it('tells who has the link how the installation stands', async () => {
    const { database: kind, cache, ...rest } = await check();
    expect(rest).toEqual({ pendingMigrations: 0, secretKey: 'ok', publicUrl: 'unset' });
    expect([kind, cache]).toEqual([expect.stringMatching(/embedded|postgresql/), expect.stringMatching(/memory|up/)]);
  });

  it('tells a stranger nothing, and nobody once the set-up is done', async () => {
    expect(await refusalOf(check({ token: 'x' }))).toEqual({ code: 'FORBIDDEN', reason: 'SETUP_TOKEN_WRONG' });
    await setUp();
    expect(await refusalOf(check())).toEqual({ code: 'CONFLICT', reason: 'SETUP_DONE' });
  });

  it('may be asked as often as somebody mends something', async () => {
    for (let attempt = 0; attempt < 12; attempt += 1) await check();
    expect(await outcomeOf(setUp())).toBeNull();
  });
});

describe('presentSetupFacts', () => {
  const facts = { embedded: false, pendingMigrations: 2, cache: 'down', secrets: 'mismatch' } as const;
  it.each([
    [null, 'unset'],
    ['https://ai.example.com/', 'same'],
    ['https://elsewhere.example.com', 'other'],
  ] as const)('compares the address %s, and names none', (publicUrl, state) => {
    expect(presentSetupFacts(facts, { publicUrl, origin: 'https://ai.example.com' })).toEqual({
      database: 'postgresql',
      pendingMigrations: 2,
      cache: 'down',
      secretKey: 'mismatch',
      publicUrl: state,
    });
  });
});
