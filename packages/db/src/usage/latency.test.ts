import fc from 'fast-check';
import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../migrations/index.js';
import { buildProvider, buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { expireReservations } from './expire-reservations.js';
import { bucketOf, percentileOf } from './fixtures/percentile.js';
import { latencyBounds, latencyColumns, latencyPercentile } from './latency.js';
import { recountUsage } from './recount-usage.js';
import { reserveUsage } from './reserve-usage.js';
import { rollUpUsage } from './roll-up.js';
import { settleUsage } from './settle-usage.js';
import { usageDrift } from './usage-drift.js';

const latency = fc.oneof(
  fc.constantFrom(...latencyBounds, ...latencyBounds.map((bound) => bound + 1)),
  fc.integer({ min: 0, max: 200_000 }),
);
const countsOf = (latencies: readonly number[]) =>
  [...latencyBounds, Infinity].map((end) => latencies.filter((ms) => bucketOf(ms) === end).length);

describe('latencyPercentile', () => {
  it('lies in the bucket of the true percentile', () => {
    fc.assert(
      fc.property(fc.array(latency), fc.integer({ min: 1, max: 100 }), (latencies, percent) => {
        const truth = percentileOf(
          percent,
          latencies.map((latencyMs) => ({ latencyMs })),
        );
        expect(bucketOf(latencyPercentile(countsOf(latencies), percent))).toBe(bucketOf(truth));
      }),
    );
  });

  it('takes the requests of a bucket to lie evenly in it', () => {
    const hundred = countsOf(Array.from({ length: 100 }, () => 120));
    expect(latencyPercentile(hundred, 50)).toBe(125);
    expect(latencyPercentile(hundred, 95)).toBe(148);
  });

  it('is unknown where nothing was timed, and the least of the open bucket at its end', () => {
    expect(latencyPercentile(countsOf([]), 50)).toBeNull();
    expect(latencyPercentile(countsOf([900_000]), 95)).toBe(147_790);
  });
});

describe('the buckets of sums', () => {
  const noon = Date.UTC(2026, 10, 24, 12);
  const none = { months: 0, settings: 0, providers: 0, models: 0, rollups: 0, days: 0 };
  let clock = noon;
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase({ now: () => new Date(clock) });
    const admin = await buildUser();
    const { slug: provider } = await buildProvider({ allowSharedForNormalAdmins: true });
    const reserve = (requestId: string) => reserveUsage(admin, { provider, requestId });
    const settle = (requestId: string, latencyMs?: number) =>
      settleUsage(admin, { requestId, status: '200', latencyMs });
    for (const id of ['late', 'later', 'fast', 'slow', 'untimed']) await reserve(id);
    await Promise.all([settle('fast', 0), settle('slow', 900_000), settle('untimed')]);
    clock += 15 * 60_000;
    await expireReservations(database.sequelize);
    await rollUpUsage(database.sequelize);
    await settle('late', 140);
    await rollUpUsage(database.sequelize);
    await settle('later', 140); // and is not rolled up: the sums hold it as expired
  });
  afterAll(() => database.close());

  const bucketsIn = async (table: string) => {
    const sums = latencyColumns.map((column) => `sum(${column})::int as ${column}`).join(', ');
    const [row] = await database.sequelize.query<Record<string, number>>(`select ${sums} from ${table}`, {
      type: QueryTypes.SELECT,
    });
    return Object.fromEntries(Object.entries(row ?? {}).filter(([, count]) => count !== 0));
  };
  const layers = ['usage_rollups', 'usage_days'];
  const expected = { latency_to_100: 1, latency_to_150: 1, latency_above: 1 };

  it('hold each request that was timed and rolled up once', async () => {
    for (const layer of layers) expect(await bucketsIn(layer)).toEqual(expected);
    expect(await usageDrift(database.sequelize)).toEqual(none);
  });

  it('are compared with the ledger, and brought back by the recount', async () => {
    for (const layer of layers)
      await database.sequelize.query(`update ${layer} set latency_to_225 = 3 where latency_above = 1`);
    expect(await usageDrift(database.sequelize)).toEqual({ ...none, rollups: 1, days: 1 });
    await recountUsage(database.sequelize);
    expect(await usageDrift(database.sequelize)).toEqual(none);
    for (const layer of layers) expect(await bucketsIn(layer)).toEqual(expected);
  });

  it('are counted from the ledger for sums that had none', async () => {
    const drop = latencyColumns.map((column) => `drop column ${column}`).join(', ');
    for (const layer of layers) await database.sequelize.query(`alter table ${layer} ${drop}`);
    const migration = migrations.find(({ name }) => name === '0009-latency-buckets');
    await database.sequelize.query(migration?.up ?? '');
    for (const layer of layers) expect(await bucketsIn(layer)).toEqual(expected);
    expect(await usageDrift(database.sequelize)).toEqual(none);
  });
});
