import { usageSummaryInput } from '@ai-providers/contracts';
import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../migrations/index.js';
import type { User } from '../models/user.js';
import { buildProvider, buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { expireReservations } from './expire-reservations.js';
import { pruneLedger } from './prune-ledger.js';
import { recountUsage } from './recount-usage.js';
import { recordUsage } from './record-usage.js';
import { reserveUsage } from './reserve-usage.js';
import { rollUpUsage } from './roll-up.js';
import { settleUsage } from './settle-usage.js';
import { usageDrift } from './usage-drift.js';
import { usageSummary } from './usage-queries.js';

const noon = Date.UTC(2026, 10, 24, 12);
const day = 86_400_000;
const none = { months: 0, settings: 0, providers: 0, models: 0, rollups: 0, days: 0 };
const layers = ['usage_rollups', 'usage_days'];
let clock = noon;
let database: TestDatabase;
let admin: User;
beforeAll(async () => {
  database = await openTestDatabase({ now: () => new Date(clock) });
  admin = await buildUser();
  const { slug: provider } = await buildProvider({ allowSharedForNormalAdmins: true });
  const record = (requestId: string, status: string) => recordUsage(admin, { provider, requestId, status });
  for (const [index, status] of ['200', 'ok', '429', '429', '500', 'timeout'].entries())
    await record(`request-${index}`, status);
  await reserveUsage(admin, { provider, requestId: 'late' });
  clock += 15 * 60_000;
  await expireReservations(database.sequelize);
  await rollUpUsage(database.sequelize);
  await settleUsage(admin, { requestId: 'late', status: '401' });
  await rollUpUsage(database.sequelize);
  await record('not rolled up', '500');
  clock += 1;
});
afterAll(() => database.close());

const byStatus = async (filter: object = {}) => {
  const input = usageSummaryInput.parse({ from: new Date(noon - day).toISOString(), ...filter, groupBy: 'status' });
  const { groups } = await usageSummary(database.sequelize, input, { adminId: admin.id, costOf: null });
  return Object.fromEntries(groups.map(({ key, requests, errors }) => [key, `${requests} ${errors}`]));
};
const told = { null: '2 0', '429': '2 2', '500': '2 2', timeout: '1 1', '401': '1 1' };
const statusesIn = async (layer: string) => {
  const rows = await database.sequelize.query<{ status: string; requests: string }>(
    `select status, sum(requests) as requests from ${layer} where requests > 0 group by status order by status`,
    { type: QueryTypes.SELECT },
  );
  return Object.fromEntries(rows.map(({ status, requests }) => [status, Number(requests)]));
};
const rolledUp = { '': 2, '401': 1, '429': 2, '500': 1, timeout: 1 };

describe('failures by status', () => {
  it('are told apart in every layer of sums, and before they are rolled up', async () => {
    expect(await byStatus()).toEqual(told);
    for (const layer of layers) expect(await statusesIn(layer)).toEqual(rolledUp);
    expect(await usageDrift(database.sequelize)).toEqual(none);
  });

  it('can be narrowed to the failures', async () => {
    expect(await byStatus({ outcome: 'error' })).toEqual({ '429': '2 2', '500': '2 2', timeout: '1 1', '401': '1 1' });
  });

  it('are compared with the ledger, and brought back by the recount', async () => {
    for (const layer of layers)
      await database.sequelize.query(`update ${layer} set status = '503' where status = '429'`);
    expect(await usageDrift(database.sequelize)).toEqual({ ...none, rollups: 2, days: 2 });
    await recountUsage(database.sequelize);
    expect(await usageDrift(database.sequelize)).toEqual(none);
    expect(await byStatus()).toEqual(told);
  });

  it('are summed again from the ledger for sums without them', async () => {
    await withoutStatus();
    await database.sequelize.query(migration());
    for (const layer of layers) expect(await statusesIn(layer)).toEqual(rolledUp);
    expect(await usageDrift(database.sequelize)).toEqual(none);
    expect(await byStatus()).toEqual(told);
  });

  it('are unknown where the ledger had been pruned before', async () => {
    clock += 3 * day;
    await rollUpUsage(database.sequelize);
    expect(await pruneLedger(database.sequelize, new Date(clock - day))).toBeGreaterThan(0);
    await withoutStatus();
    await database.sequelize.query(migration());
    expect(await usageDrift(database.sequelize)).toEqual(none);
    expect(await byStatus()).toEqual({ null: '2 0', unknown: '6 6' });
  });
});

const migration = () => migrations.find(({ name }) => name === '0015-failures-by-status')?.up ?? '';

/** The sums as they were before: one row of all failures, whatever their status. */
async function withoutStatus(): Promise<void> {
  for (const [layer, at] of [
    ['usage_rollups', 'hour'],
    ['usage_days', 'day'],
  ]) {
    await database.sequelize.query(`
      update ${layer} set requests = (select sum(requests) from ${layer} where outcome = 'error') where status = '429';
      delete from ${layer} where outcome = 'error' and status <> '429';
      alter table ${layer} drop column status, add constraint ${layer}_pkey
        primary key (${at}, provider_id, admin_id, model_name, key_source, outcome)`);
  }
}
