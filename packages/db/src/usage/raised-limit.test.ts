import { randomUUID } from 'node:crypto';
import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bySystem } from '../audit/audited.js';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import type { AIProvider } from '../models/ai-provider.js';
import type { User } from '../models/user.js';
import { setLimit } from '../services/settings.js';
import { buildProvider, buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { admit } from './admission.js';
import { recordUsage } from './record-usage.js';
import { reserveUsage } from './reserve-usage.js';
import { readStanding } from './standing.js';
import { usageDrift } from './usage-drift.js';

const noon = Date.UTC(2026, 10, 24, 12);
const lastDay = '2026-11-26';
const end = Date.UTC(2026, 10, 27);
const [usual, raised] = [5, 30];
let clock = noon;
let database: TestDatabase;
let admin: User;
let provider: AIProvider;
beforeAll(async () => {
  database = await openTestDatabase({ now: () => new Date(clock) });
});
afterAll(async () => {
  expect(await usageDrift(database.sequelize)).toMatchObject({ months: 0, settings: 0 });
  await database.close();
});
beforeEach(async () => {
  clock = noon;
  admin = await buildUser();
  provider = await buildProvider({ allowSharedForNormalAdmins: true });
  await limit(usual);
  await raise(raised);
});

const limit = (monthlyLimit: number | null) => setLimit(admin, provider.slug, monthlyLimit, bySystem);
const raise = (monthlyLimit: number, until = lastDay) =>
  setLimit(admin, provider.slug, monthlyLimit, bySystem, { until });
const settings = () =>
  AdminProviderSettings.findOne({ where: { adminId: admin.id, providerId: provider.id }, rejectOnEmpty: true });

/** The statement for requests that rest on a decision, alone or together with others. */
const plain = (at: number) => {
  clock = at; // is read before anything is waited for
  return reserveUsage(admin, { provider: provider.slug, requestId: randomUUID() });
};
/** The statement for every case, with the moment as the row records it. */
const any = async (at: number) => {
  const { id } = await settings();
  const reservedAt = new Date(at);
  const none = { decisionStamp: null, providerSlug: null, modelId: null, modelName: null, keySource: null };
  const price = { priceInput: null, priceOutput: null, priceFrom: null };
  const of = { settingsId: id, adminId: admin.id, requestId: randomUUID(), state: 'settled' as const };
  const admission = await admit(database.sequelize, { ...none, ...price, ...of, reservedAt, expiresAt: reservedAt });
  if (admission.outcome === 'taken') return admission;
  throw Object.assign(new Error(admission.outcome), { params: admission });
};
const inTransaction = (at: number) => database.sequelize.transaction(() => any(at));

interface Refusal {
  limit: number;
  used: number;
}

/** Asks at each of these moments, all at once. @returns how each refusal was reasoned */
async function askAll(ask: (at: number) => Promise<unknown>, moments: readonly number[]): Promise<Refusal[]> {
  const outcomes = await Promise.allSettled(moments.map(ask));
  return outcomes.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { params: Refusal }).params] : []));
}

const repeated = (count: number, ...moments: number[]) =>
  Array.from({ length: count }, (_, index) => moments[index % moments.length] ?? end);

async function countedAfterTheEnd(): Promise<number | undefined> {
  const [row] = await database.sequelize.query<{ count: number }>(
    'select count(*)::int as count from usage_ledger where admin_id = $id and reserved_at >= $end',
    { bind: { id: admin.id, end: new Date(end).toISOString() }, type: QueryTypes.SELECT },
  );
  return row?.count;
}

describe.each([
  ['reservations', plain],
  ['counts of any kind', any],
])('a raised limit, for %s', (_what, ask) => {
  it('admits exactly as many as it says out of 60 at once', async () => {
    const refusals = await askAll(ask, repeated(60, noon));
    expect(refusals).toHaveLength(60 - raised);
    expect(refusals[0]).toMatchObject({ limit: raised, used: raised });
    expect(await settings()).toMatchObject({ monthlyUsage: raised, totalRequests: String(raised) });
  });

  it('ends at its moment by itself, to the millisecond', async () => {
    await askAll(ask, repeated(usual, noon));
    await expect(ask(end)).rejects.toMatchObject({ params: { limit: usual, used: usual } });
    await ask(end - 1);
    await expect(ask(end)).rejects.toMatchObject({ params: { limit: usual, used: usual + 1 } });
  });

  it('leaves what the usual limit has room for', async () => {
    expect(await askAll(ask, repeated(50, end))).toHaveLength(50 - usual);
    expect(await settings()).toMatchObject({ monthlyUsage: usual });
  });

  it.each([
    ['in turns', repeated(100, end - 1, end)],
    ['the late ones first', [...repeated(50, end), ...repeated(50, end - 1)]],
    ['the early ones first', [...repeated(50, end - 1), ...repeated(50, end)]],
  ])('holds each of 100 requests around its end to the limit of its own moment, %s', async (_order, moments) => {
    const refusals = await askAll(ask, moments);
    expect(refusals).toHaveLength(100 - raised);
    for (const { limit: held, used } of refusals) {
      expect([usual, raised]).toContain(held);
      expect(used).toBeGreaterThanOrEqual(held);
    }
    expect(await countedAfterTheEnd()).toBeLessThanOrEqual(usual);
    expect(await settings()).toMatchObject({ monthlyUsage: raised });
  });
});

describe('a raised limit', () => {
  it('holds for recorded requests', async () => {
    const record = (at: number) => {
      clock = at;
      return recordUsage(admin, { provider: provider.slug, requestId: randomUUID(), status: 'ok' });
    };
    expect(await askAll(record, repeated(45, noon))).toHaveLength(45 - raised);
    await expect(record(end)).rejects.toMatchObject({ reason: 'MONTHLY_LIMIT_REACHED', params: { limit: usual } });
  });

  it('holds for a count in a transaction', async () => {
    for (const at of repeated(usual, end)) await inTransaction(at);
    await expect(inTransaction(end)).rejects.toMatchObject({ params: { limit: usual } });
    await inTransaction(end - 1);
    expect(await settings()).toMatchObject({ monthlyUsage: usual + 1 });
  });

  it('is told by the row, which counts by it', async () => {
    const own = await settings();
    await Promise.all(Array.from({ length: usual }, () => own.incrementUsage()));
    const later = await settings();
    expect([later.limitNow, later.hasReachedLimit(), later.isNearLimit()]).toEqual([raised, false, false]);
    clock = end;
    expect([later.limitNow, later.hasReachedLimit(), later.isNearLimit()]).toEqual([usual, true, true]);
    await expect(later.incrementUsage()).rejects.toMatchObject({ params: { limit: usual } });
    expect([later.limitAt(new Date(end - 1)), later.raiseAt(new Date(end))]).toEqual([raised, null]);
  });

  it('ends at once where a usual limit is set, also one below what is used', async () => {
    await askAll(plain, repeated(12, noon));
    await limit(8);
    await expect(plain(noon)).rejects.toMatchObject({ params: { limit: 8, used: 12 } });
    await limit(13);
    await plain(noon);
    await expect(plain(noon)).rejects.toMatchObject({ params: { limit: 13, used: 13 } });
  });

  it('is lowered and lengthened for who is counted already', async () => {
    await askAll(plain, repeated(12, noon));
    await raise(10, '2026-11-28');
    await expect(plain(end)).rejects.toMatchObject({ params: { limit: 10, used: 12 } });
    await raise(14, '2026-11-28');
    await Promise.all([plain(end), plain(end)]);
    await expect(plain(end)).rejects.toMatchObject({ params: { limit: 14, used: 14 } });
  });

  it('spans the end of a month, of which each has its own count', async () => {
    await raise(raised, '2026-12-01');
    await askAll(plain, repeated(raised, noon));
    const december = Date.UTC(2026, 11, 1, 12);
    expect(await askAll(plain, repeated(40, december))).toHaveLength(40 - raised);
    await expect(plain(Date.UTC(2026, 11, 2))).rejects.toMatchObject({ params: { limit: usual, used: raised } });
  });

  it('changes the fingerprint of what a request rests on', async () => {
    const stamp = async () => {
      const of = { adminId: admin.id, provider: provider.slug, model: null };
      return (await readStanding(database.sequelize, of)).decisionStamp;
    };
    const stamps = [await stamp()];
    for (const change of [() => raise(31), () => raise(31, '2026-11-27'), () => limit(usual)]) {
      await change();
      stamps.push(await stamp());
    }
    expect(new Set(stamps).size).toBe(4);
  });

  it.each([
    ['without an end', { raisedUntil: null }],
    ['no higher than the usual limit', { raisedLimit: usual }],
    ['of no limit', { monthlyLimit: null }],
  ])('is not stored %s', async (_what, fault) => {
    await expect((await settings()).update(fault)).rejects.toThrow('admin_provider_settings_numbers_check');
  });
});
