import { usageLedgerInput, usageSeriesInput, usageSummaryInput } from '@ai-providers/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProvider } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { expireReservations } from './expire-reservations.js';
import { buildSeason, type PlainRequest, type Season } from './fixtures/season.js';
import { bucketOf, percentileOf } from './fixtures/percentile.js';
import { pruneLedger } from './prune-ledger.js';
import { recountUsage } from './recount-usage.js';
import { reserveUsage } from './reserve-usage.js';
import { rollUpUsage } from './roll-up.js';
import type { UsageSums } from './usage-cells.js';
import type { UsageView } from './usage-view.js';
import { usageDrift } from './usage-drift.js';
import { listUsage } from './usage-entries.js';
import { usageSeries, usageSummary } from './usage-queries.js';

const hour = 3_600_000;
const day = 24 * hour;
/** A whole hour before the first request. */
const start = Date.UTC(2025, 6, 1);
const until = Date.UTC(2026, 10, 24, 12, 34, 56, 789);
const everybody: UsageView = { adminId: null, costOf: null };
let clock = until;
let database: TestDatabase;
let season: Season;
beforeAll(async () => {
  database = await openTestDatabase({ now: () => new Date(clock) });
  season = await buildSeason(database.sequelize, until, (ms) => (clock = ms));
}, 180_000);
afterAll(() => database.close());

const iso = (ms: number) => new Date(ms).toISOString();
const summary = (input: object, view = everybody) =>
  usageSummary(database.sequelize, usageSummaryInput.parse(input), view);
const series = (input: object, view = everybody) =>
  usageSeries(database.sequelize, usageSeriesInput.parse(input), view);
const ledger = (input: object, view = everybody) => listUsage(database.sequelize, usageLedgerInput.parse(input), view);
const counted = ({ outcome }: PlainRequest) => outcome !== 'refunded';
const figuresOf = ({ requests, errors, inputTokens, cost, ...sums }: UsageSums) => ({
  requests: Number(requests ?? 0),
  errors: Number(errors ?? 0),
  inputTokens: Number(inputTokens ?? 0),
  cost: BigInt((cost ?? '0.0000000000').replace('.', '')),
  latencies: [sums.latencyP50Ms, sums.latencyP95Ms].map(bucketOf),
});
const sumOf = (requests: readonly PlainRequest[]) => ({
  requests: requests.length,
  errors: requests.filter(({ outcome }) => outcome === 'error').length,
  inputTokens: requests.reduce((sum, { inputTokens }) => sum + inputTokens, 0),
  cost: requests.reduce((sum, { cost }) => sum + cost, 0n),
  latencies: [50, 95].map((percent) => bucketOf(percentileOf(percent, requests))),
});

/** Ranges inside the season, at any millisecond or at whole units. */
const range = (unit: number) =>
  fc
    .tuple(
      fc.integer({ min: 0, max: Math.floor((100 * day) / unit) }),
      fc.integer({ min: 1, max: Math.floor((40 * day) / unit) }),
    )
    .map(([back, length]) => {
      const from = Math.floor((until - back * unit) / unit) * unit;
      return { from, to: from + length * unit };
    });
const narrowed = fc.record(
  {
    provider: fc.integer({ min: 0, max: 2 }),
    model: fc.constantFrom('m', 'unknown'),
    keySource: fc.constantFrom('shared' as const, 'personal' as const),
    outcome: fc.constantFrom('ok' as const, 'error' as const, 'expired' as const, 'open' as const),
  },
  { requiredKeys: [] },
);

/** That the sums of any range and filter are those of the single requests in it. */
async function agreeWithTheRequests(unit: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(range(unit), narrowed, fc.constantFrom(null, 0, 1), async ({ from, to }, filter, who) => {
      const provider = filter.provider === undefined ? undefined : season.providers[filter.provider]?.slug;
      const admin = who === null ? null : season.admins[who];
      const within = season.requests.filter(
        (each) =>
          counted(each) &&
          each.at >= from &&
          each.at < to &&
          (provider === undefined || each.provider === provider) &&
          (filter.model === undefined || each.model === filter.model) &&
          (filter.keySource === undefined || each.source === filter.keySource) &&
          (filter.outcome === undefined || each.outcome === filter.outcome) &&
          (!admin || each.admin === admin.publicId),
      );
      const view = { adminId: admin?.id ?? null, costOf: null };
      const input = { ...filter, provider, from: iso(from), to: iso(to) };
      const { total, groups } = await summary({ ...input, groupBy: 'provider' }, view);
      expect(figuresOf(total)).toEqual(sumOf(within));
      for (const group of groups)
        expect(figuresOf(group)).toEqual(sumOf(within.filter((each) => each.provider === group.key)));
      expect(groups.reduce((sum, group) => sum + Number(group.requests), 0)).toBe(within.length);
      const { series: lines } = await series({ ...input, grain: 'day' }, view);
      for (const cell of lines.flat()) {
        const start = cell.bucket.getTime();
        const inside = within.filter(({ at }) => at >= start && at < start + day);
        expect(figuresOf(cell)).toEqual(sumOf(inside));
      }
      expect(lines.flat().reduce((sum, cell) => sum + Number(cell.requests), 0)).toBe(within.length);
    }),
    { numRuns: 30 },
  );
}

describe('usageSummary and usageSeries', () => {
  it('give the sums and percentiles of the single requests, to the millisecond and the last digit, rolled up or not', async () => {
    expect(season.requests.filter(counted).length).toBeGreaterThan(130);
    await agreeWithTheRequests(1);
  }, 180_000);

  it('take the last 30 days and the 30 before where nothing else is asked for', async () => {
    const { range: asked, before, total } = await summary({});
    expect([asked.from, asked.to].map((each) => each.getTime())).toEqual([until - 30 * day, until]);
    expect(before.range.from.getTime()).toBe(until - 60 * day);
    const between = (from: number, to: number) =>
      season.requests.filter((each) => counted(each) && each.at >= from && each.at < to);
    expect(figuresOf(total)).toEqual(sumOf(between(until - 30 * day, until)));
    expect(figuresOf(before.total)).toEqual(sumOf(between(until - 60 * day, until - 30 * day)));
  });

  it.each([
    ['hours', 2 * day, 'hour'],
    ['days', 3 * day, 'day'],
    ['months', 93 * day, 'month'],
  ])('choose %s by the length of the range', async (_what, length, grain) => {
    expect((await series({ from: iso(until - length), to: iso(until) })).grain).toBe(grain);
  });

  it('name groups by what they have in common, and refuse an empty or too long range', async () => {
    const { groups } = await summary({ from: iso(until - 100 * day), groupBy: 'admin' });
    expect(groups.map(({ key }) => key).toSorted()).toEqual(season.admins.map(({ publicId }) => publicId).toSorted());
    const models = await summary({ from: iso(until - 100 * day), groupBy: 'model' });
    expect(new Set(models.groups.map(({ key }) => key))).toEqual(new Set(['m', 'unknown', null]));
    await expect(summary({ from: iso(until), to: iso(until) })).rejects.toMatchObject({ reason: 'RANGE_EMPTY' });
    const long = { from: iso(until - 32 * day), to: iso(until), grain: 'hour' };
    await expect(series(long)).rejects.toMatchObject({ reason: 'RANGE_TOO_LONG', field: 'from' });
    expect((await summary({ from: '0001-01-01T00:00:00Z', to: '9999-12-31T23:59:59Z' })).total.requests).toBe(
      String(season.requests.filter(counted).length),
    );
  });

  it('say of an empty range which day with requests is nearest, before it or after it', async () => {
    const days = [...new Set(season.requests.filter(counted).map(({ at }) => Math.floor(at / day) * day))];
    const [first, last] = [Math.min(...days), Math.max(...days)];
    const nearest = async (from: number, filter: object = {}, view = everybody) =>
      (await summary({ from: iso(from), to: iso(from + day), ...filter }, view)).nearest?.getTime();
    expect(await nearest(last)).toBeUndefined();
    expect(await nearest(first - 30 * day)).toBe(first);
    expect(await nearest(last + 30 * day)).toBe(last);
    const gap = days.toSorted((a, b) => a - b).find((at) => !days.includes(at + day) && days.includes(at + 2 * day));
    expect(await nearest(Number(gap) + day)).toBe(gap); // as far from the one before as from the one after
    const [admin] = season.admins;
    const own = season.requests.filter((each) => counted(each) && each.admin === admin?.publicId);
    const lastOwn = Math.max(...own.filter(({ outcome }) => outcome === 'error').map(({ at }) => at));
    const view = { adminId: admin?.id ?? null, costOf: null };
    expect(await nearest(last + 30 * day, { outcome: 'error' }, view)).toBe(Math.floor(lastOwn / day) * day);
    expect(await nearest(last, { model: 'unheard of' })).toBeUndefined();
  });

  it('tell the cost of no key that is not the caller’s to know', async () => {
    const all = { from: iso(until - 100 * day), groupBy: 'keySource' };
    const { total, groups } = await summary(all, { adminId: null, costOf: ['personal'] });
    const personal = season.requests.filter((each) => counted(each) && each.source === 'personal');
    expect(figuresOf(total).cost).toBe(sumOf(personal).cost);
    expect(groups.find(({ key }) => key === 'shared')?.cost).toBeNull();
  });

  it('fold all groups but the eight largest', async () => {
    clock = until - 400 * day;
    const [admin] = season.admins;
    if (!admin) throw new Error('There are two admins');
    for (let n = 0; n < 11; n += 1) {
      const { slug } = await buildProvider({ allowSharedForNormalAdmins: true });
      for (let times = 0; times <= n; times += 1)
        await reserveUsage(admin, { provider: slug, requestId: `folded-${n}-${times}` });
    }
    clock = until;
    const asked = { from: iso(until - 401 * day), to: iso(until - 399 * day), groupBy: 'provider' };
    const { series: lines, other } = await series(asked);
    expect(lines.map((cells) => cells.reduce((sum, cell) => sum + Number(cell.requests), 0))).toEqual([
      11, 10, 9, 8, 7, 6, 5, 4,
    ]);
    expect(other?.groups).toBe(3);
    expect(other?.cells.reduce((sum, cell) => sum + Number(cell.requests), 0)).toBe(3 + 2 + 1);
  });
});

describe('listUsage', () => {
  it('gives each request once, the newest first, page by page', async () => {
    const seen: (string | null)[] = [];
    let cursor: string | undefined;
    do {
      const page = await ledger({ from: iso(until - 100 * day), to: iso(until), cursor, pageSize: 7 });
      seen.push(...page.entries.map(({ requestId }) => requestId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(season.requests.length);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.map((id) => Number(id?.split('-')[1]))).toEqual(
      seen.map((id) => Number(id?.split('-')[1])).toSorted((a, b) => b - a),
    );
  });

  it('holds refunded requests, which no sum does', async () => {
    const refunded = season.requests.filter((each) => !counted(each));
    expect(refunded.length).toBeGreaterThan(0);
    const { entries } = await ledger({ from: iso(until - 100 * day), outcome: 'refunded', pageSize: 100 });
    expect(entries).toHaveLength(refunded.length);
  });
});

describe('pruneLedger', () => {
  it('lets old requests go and keeps every figure, also through a recount', async () => {
    const before = await summary({ from: iso(start), groupBy: 'model' });
    clock = until + hour;
    const line = new Date(until - 20 * day);
    expect(await pruneLedger(database.sequelize, line)).toBe(0); // open requests stand before everything
    await expireAll();
    const expected = await summary({ from: iso(start), to: iso(until), groupBy: 'model' });
    expect(expected.total.requests).toBe(before.total.requests);
    const [deleted, again] = await Promise.all([
      pruneLedger(database.sequelize, line),
      pruneLedger(database.sequelize, line),
    ]);
    const old = season.requests.filter(({ at }) => at < Math.floor(line.getTime() / day) * day);
    expect(deleted + again).toBe(old.length + 66); // with the folded ones of the test above
    const none = { months: 0, settings: 0, providers: 0, models: 0, rollups: 0, days: 0 };
    expect(await usageDrift(database.sequelize)).toEqual(none);
    expect(await summary({ from: iso(start), to: iso(until), groupBy: 'model' })).toMatchObject({
      total: expected.total,
      groups: expected.groups,
    });
    await recountUsage(database.sequelize);
    expect(await usageDrift(database.sequelize)).toEqual(none);
    expect(figuresOf((await summary({ from: iso(start), to: iso(until) })).total)).toEqual(figuresOf(expected.total));
    expect((await ledger({ from: iso(start), pageSize: 100 })).entries.length).toBe(
      season.requests.length - old.length,
    );
  });

  it('leaves sums by whole hours where it has been', async () => {
    const past = season.requests.map((each) => ({
      ...each,
      outcome: each.outcome === 'open' ? 'expired' : each.outcome,
    }));
    season = { ...season, requests: past }; // open ones have expired above
    await agreeWithTheRequests(hour);
  }, 180_000);
});

async function expireAll(): Promise<void> {
  await expireReservations(database.sequelize);
  await rollUpUsage(database.sequelize);
}
