import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bySystem } from '../audit/audited.js';
import type { AIProvider } from '../models/ai-provider.js';
import { AuditEntry } from '../models/audit-entry.js';
import { LimitRequest } from '../models/limit-request.js';
import { User } from '../models/user.js';
import { reserveUsage } from '../usage/reserve-usage.js';
import { buildLimitRequest, buildProvider, buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { listAdmins } from './list-admins.js';
import { findLimitRequest, grantLimitRequest, listLimitRequests, requestLimit } from './limit-requests.js';
import { nearLimits } from './near-limits.js';
import { setLimitForAdmins } from './set-limits.js';
import { findSettings, setLimit } from './settings.js';

const noon = Date.UTC(2026, 10, 24, 12);
const end = Date.UTC(2026, 11, 4);
const december3 = { until: '2026-12-03' };
let clock = noon;
let database: TestDatabase;
let admin: User;
let provider: AIProvider;
beforeAll(async () => {
  database = await openTestDatabase({ now: () => new Date(clock) });
});
afterAll(() => database.close());
beforeEach(async () => {
  clock = noon;
  await User.destroy({ where: {} });
  admin = await buildUser();
  provider = await buildProvider({ allowSharedForNormalAdmins: true });
});

const set = (monthlyLimit: number | null, options: { until?: string } = {}) =>
  setLimit(admin, provider.slug, monthlyLimit, bySystem, options);
const now = async () => (await findSettings(admin, provider.slug)).limitNow;
const lastEntry = async () => {
  const entry = await AuditEntry.findOne({ order: [['id', 'DESC']], rejectOnEmpty: true });
  return { action: entry.action, changes: entry.changes };
};

describe('a raise', () => {
  it('leaves the usual limit alone, up to the end of its last day in UTC', async () => {
    await set(1000);
    const raised = await set(10_000, december3);
    expect(raised).toMatchObject({ monthlyLimit: 1000, raisedLimit: 10_000, raisedUntil: new Date(end) });
    expect(await now()).toBe(10_000);
    clock = end - 1;
    expect(await now()).toBe(10_000);
    clock = end;
    expect(await now()).toBe(1000);
  });

  it('is for one who has the default limit so far, too', async () => {
    expect(await set(1001, december3)).toMatchObject({ monthlyLimit: 1000, limitNow: 1001 });
  });

  it.each([
    ['lower than the usual limit', 1000, 999],
    ['the usual limit', 1000, 1000],
    ['no limit', 1000, null],
    ['a number where there is no limit', null, 5000],
  ])('of %s is refused', async (_what, usual, limit) => {
    await set(usual);
    await expect(set(limit, december3)).rejects.toMatchObject({ reason: 'RAISE_NOT_HIGHER', field: 'monthlyLimit' });
    expect(await now()).toBe(usual);
  });

  it.each([
    ['today', '2026-11-24', true],
    ['yesterday', '2026-11-23', false],
    ['a year ahead', '2027-11-24', true],
    ['a day more than a year ahead', '2027-11-25', false],
  ])('until %s is allowed or not', async (_what, until, isAllowed) => {
    const call = set(5000, { until });
    if (isAllowed) await expect(call).resolves.toMatchObject({ limitNow: 5000 });
    else await expect(call).rejects.toMatchObject({ reason: 'RAISE_END_NOT_ALLOWED', field: 'until' });
  });

  it('is in the audit log with its last day, and so is its end where somebody ends it', async () => {
    await set(1000);
    await set(10_000, december3);
    const raised = [
      { field: 'raisedLimit', from: null, to: 10_000 },
      { field: 'raisedUntil', from: null, to: '2026-12-03' },
    ];
    expect(await lastEntry()).toEqual({ action: 'settings.limit', changes: raised });
    await set(2000);
    const ended = raised.map(({ field, from, to }) => ({ field, from: to, to: from }));
    expect((await lastEntry()).changes).toEqual([{ field: 'monthlyLimit', from: 1000, to: 2000 }, ...ended]);
  });

  it('that ended by itself is nothing that the next change ends', async () => {
    await set(10_000, december3);
    clock = end;
    await set(20_000);
    expect((await lastEntry()).changes).toEqual([{ field: 'monthlyLimit', from: 1000, to: 20_000 }]);
  });

  it('ends where the same usual limit is set for many', async () => {
    await set(1000);
    await set(10_000, december3);
    await setLimitForAdmins([admin], provider.slug, 1000, bySystem);
    expect(await now()).toBe(1000);
  });
});

describe('a request for a higher limit', () => {
  const ask = (monthlyLimit: number) => requestLimit(admin, { provider: provider.slug, monthlyLimit }, bySystem);

  it('goes by the limit in force', async () => {
    await set(10_000, december3);
    await expect(ask(5000)).rejects.toMatchObject({ reason: 'LIMIT_NOT_HIGHER', params: { limit: 10_000 } });
    await ask(20_000);
    expect(await listLimitRequests(database.sequelize)).toMatchObject([{ monthlyLimit: 10_000 }]);
    clock = end;
    expect(await listLimitRequests(database.sequelize)).toMatchObject([{ monthlyLimit: 1000 }]);
  });

  it('is answered by a raise that is high enough', async () => {
    await buildLimitRequest(admin, provider);
    await set(4999, december3);
    expect(await LimitRequest.count()).toBe(1);
    await set(5000, december3);
    expect(await LimitRequest.count()).toBe(0);
  });

  it.each([
    ['for good, which ends a raise', {}, { monthlyLimit: 6000, raisedLimit: null }],
    ['until a day', december3, { monthlyLimit: 1000, raisedLimit: 6000 }],
  ])('is granted %s', async (_how, until, stored) => {
    await set(2000, december3);
    const { publicId } = await buildLimitRequest(admin, provider);
    const request = (await findLimitRequest(publicId)) ?? expect.fail();
    await grantLimitRequest(request, { monthlyLimit: 6000, ...until }, bySystem);
    expect(await findSettings(admin, provider.slug)).toMatchObject({ ...stored, limitNow: 6000 });
  });
});

describe('a nearly used limit', () => {
  const found = async () => {
    const { rows } = await nearLimits(database.sequelize, 10);
    const { admins, standings } = await listAdmins({ page: 1, pageSize: 10, nearLimit: true });
    return [rows[0]?.monthlyLimit, admins.length, standings.get(admin.id)?.nearLimit];
  };

  it('goes by the limit in force', async () => {
    await set(5);
    await set(10, { until: '2026-11-26' });
    for (const requestId of ['1', '2', '3', '4']) await reserveUsage(admin, { provider: provider.slug, requestId });
    expect(await found()).toEqual([undefined, 0, undefined]);
    clock = Date.UTC(2026, 10, 27);
    expect(await found()).toEqual([5, 1, 1]);
    await set(5);
    await set(6, { until: '2026-11-28' });
    expect(await found()).toEqual([undefined, 0, undefined]);
  });
});
