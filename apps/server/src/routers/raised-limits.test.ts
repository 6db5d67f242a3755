import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AdminProviderSettings, type AIProvider, type User } from '@ai-providers/db';
import {
  buildLimitRequest,
  buildProvider,
  buildUser,
  openTestDatabase,
  type TestDatabase,
} from '@ai-providers/db/testing';
import { callersOn } from '../testing/caller.js';
import { refusalOf } from '../testing/refusal.js';

const noon = Date.UTC(2026, 10, 24, 12);
const until = '2026-12-03';
let clock = noon;
let database: TestDatabase;
let as: Awaited<ReturnType<typeof callersOn>>;
let normal: User;
let superAdmin: User;
let provider: AIProvider;
beforeAll(async () => {
  database = await openTestDatabase({ now: () => new Date(clock) });
  as = await callersOn(database, () => new Date(clock));
});
afterAll(() => database.close());
beforeEach(async () => {
  clock = noon;
  normal = await buildUser();
  superAdmin = await buildUser({ isSuperuser: true });
  provider = await buildProvider();
});

type Input = Parameters<ReturnType<typeof as.session>['settings']['setLimit']>[0];
const setLimit = (input: Pick<Input, 'monthlyLimit' | 'until' | 'expected'>) =>
  as.session(superAdmin).settings.setLimit({ admin: normal.publicId, provider: provider.slug, ...input });
const mine = async () =>
  (await as.session(normal).settings.mine()).find((entry) => entry.provider.slug === provider.slug);

describe('a limit that somebody else has set meanwhile', () => {
  const asSeen = { usualLimit: 1000, raise: null };
  const conflict = { code: 'CONFLICT', reason: 'EDIT_CONFLICT' };

  it('is not set over, be it another usual limit or a raise', async () => {
    await setLimit({ monthlyLimit: 500 });
    expect(await refusalOf(setLimit({ monthlyLimit: 2000, expected: asSeen }))).toEqual(conflict);
    await setLimit({ monthlyLimit: 1000 });
    await setLimit({ monthlyLimit: 10_000, until });
    expect(await refusalOf(setLimit({ monthlyLimit: 2000, expected: asSeen }))).toEqual(conflict);
    expect(await mine()).toMatchObject({ usualLimit: 1000, raise: { monthlyLimit: 10_000, until } });
  });

  it('is set where it is as it was seen, also before anything is stored', async () => {
    expect(await setLimit({ monthlyLimit: 10_000, until, expected: asSeen })).toMatchObject({ monthlyLimit: 10_000 });
    const expected = { usualLimit: 1000, raise: { monthlyLimit: 10_000, until } };
    expect(await setLimit({ monthlyLimit: 7, expected })).toMatchObject({ usualLimit: 7, raise: null });
  });
});

describe('a limit until a day', () => {
  it('is the limit in force, beside the usual one, until the day is over in UTC', async () => {
    const raised = { monthlyLimit: 10_000, usualLimit: 1000, raise: { monthlyLimit: 10_000, until } };
    expect(await setLimit({ monthlyLimit: 10_000, until })).toMatchObject(raised);
    const { items } = await as.session(superAdmin).settings.forProvider({ provider: provider.slug });
    expect(items.find(({ admin }) => admin.publicId === normal.publicId)).toMatchObject(raised);
    clock = Date.UTC(2026, 11, 4) - 1;
    expect(await mine()).toMatchObject(raised);
    clock += 1;
    expect(await mine()).toMatchObject({ monthlyLimit: 1000, usualLimit: 1000, raise: null });
  });

  it('ends where a usual limit is set, for one or for many', async () => {
    await setLimit({ monthlyLimit: 10_000, until });
    const usual = { monthlyLimit: 1000, usualLimit: 1000, raise: null };
    expect(await setLimit({ monthlyLimit: 1000 })).toMatchObject(usual);
    await setLimit({ monthlyLimit: 10_000, until });
    const { settings } = as.session(superAdmin);
    await settings.setLimits({ admin: normal.publicId, providers: [provider.slug], monthlyLimit: 1000 });
    expect(await mine()).toMatchObject(usual);
  });

  it.each([
    ['a limit no higher than the usual one', { monthlyLimit: 1000, until }, 'RAISE_NOT_HIGHER', 'monthlyLimit'],
    ['no limit', { monthlyLimit: null, until }, 'RAISE_NOT_HIGHER', 'monthlyLimit'],
    ['a day that is over', { monthlyLimit: 2000, until: '2026-11-23' }, 'RAISE_END_NOT_ALLOWED', 'until'],
    ['a day that is none', { monthlyLimit: 2000, until: '2026-02-30' }, 'VALIDATION_FAILED', 'until'],
    ['a moment', { monthlyLimit: 2000, until: '2026-12-03T00:00:00Z' }, 'VALIDATION_FAILED', 'until'],
  ])('refuses %s', async (_what, input, reason, field) => {
    expect(await refusalOf(setLimit(input))).toMatchObject({ reason, field });
    expect(await mine()).toMatchObject({ monthlyLimit: 1000, raise: null });
  });

  it('answers a request, of which the usual limit hears nothing', async () => {
    const { publicId } = await buildLimitRequest(normal, provider);
    await AdminProviderSettings.ensureStored({ adminId: normal.id, providerId: provider.id });
    await as.session(superAdmin).settings.grantLimitRequest({ publicId, monthlyLimit: 5000, until });
    expect(await mine()).toMatchObject({ monthlyLimit: 5000, usualLimit: 1000, limitRequest: null });
  });

  it('is given by super admins alone, also where it is one’s own', async () => {
    const input = { admin: normal.publicId, provider: provider.slug, monthlyLimit: 2000, until };
    const callers = [as.session(normal), as.token(normal, 'admin'), as.token(superAdmin, 'registry:read')];
    const reasons = await Promise.all(
      callers.map(async ({ settings }) => (await refusalOf(settings.setLimit(input))).reason),
    );
    expect(reasons).toEqual(['FORBIDDEN', 'FORBIDDEN', 'SCOPE_MISSING']);
    expect(await refusalOf(as.nobody().settings.setLimit(input))).toMatchObject({ reason: 'UNAUTHENTICATED' });
    await as.token(superAdmin, 'admin').settings.setLimit(input);
    expect(await mine()).toMatchObject({ monthlyLimit: 2000 });
  });
});
