import { randomUUID } from 'node:crypto';
import { QueryTypes } from 'sequelize';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bySystem } from '../audit/audited.js';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import { AIModel } from '../models/ai-model.js';
import { AIProvider } from '../models/ai-provider.js';
import type { User } from '../models/user.js';
import { resetUsage } from '../services/settings.js';
import { buildModel, buildProvider, buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { expireReservations } from './expire-reservations.js';
import { recountUsage } from './recount-usage.js';
import { reserveUsage } from './reserve-usage.js';
import { rollUpUsage } from './roll-up.js';
import { refundUsage, settleUsage } from './settle-usage.js';
import { unrolledUsage } from './unrolled-usage.js';
import { usageDrift } from './usage-drift.js';

const noon = Date.UTC(2026, 10, 24, 12);
const none = { months: 0, settings: 0, providers: 0, models: 0, rollups: 0, days: 0 };
let clock = noon;
let database: TestDatabase;
let admin: User;
let provider: AIProvider;
let model: AIModel;
beforeAll(async () => {
  database = await openTestDatabase({ now: () => new Date(clock) });
});
afterAll(() => database.close());
beforeEach(async () => {
  clock = noon;
  admin = await buildUser();
  provider = await buildProvider({ allowSharedForNormalAdmins: true });
  model = await buildModel(provider, { pricingInput: '0.15', pricingOutput: '0.6' });
});
afterEach(async () => {
  expect(await usageDrift(database.sequelize)).toEqual(none);
  // The next test finds nothing open and nothing to roll up.
  clock += 60 * 60_000;
  await expireReservations(database.sequelize);
  await rollUpUsage(database.sequelize);
  expect(await usageDrift(database.sequelize)).toEqual(none);
});

const reserve = (requestId: string = randomUUID()) =>
  reserveUsage(admin, { provider: provider.slug, model: model.modelId, requestId });
const settle = (requestId: string, told: object = {}) =>
  settleUsage(admin, { requestId, status: '200', inputTokens: 1000, outputTokens: 500, latencyMs: 40, ...told });
const refund = (requestId: string) => refundUsage(admin, { requestId });
const settings = () => AdminProviderSettings.findOne({ where: { adminId: admin.id }, rejectOnEmpty: true });
const query = <Row extends object>(sql: string) =>
  database.sequelize.query<Row>(sql, { bind: { id: admin.id }, type: QueryTypes.SELECT });
const states = async () =>
  (await query<{ state: string }>('select state from usage_ledger where admin_id = $id order by id')).map(
    ({ state }) => state,
  );
const hours = (from = 'usage_hours') =>
  query<{ outcome: string; requests: string; cost: string }>(
    `select outcome, sum(requests) as requests, sum(cost) as cost from ${from} where admin_id = $id
     group by outcome having sum(requests) <> 0 order by outcome`,
  );

describe('usage.settle', () => {
  it('takes what is told once, at the exact cost, and answers the same ever after', async () => {
    await reserve('a');
    const answers = await Promise.all([settle('a'), settle('a', { inputTokens: 9 }), settle('a')]);
    expect(answers[0]).toMatchObject({
      cost: '0.0004500000',
      inputTokens: 1000,
      settledAt: '2026-11-24T12:00:00.000Z',
    });
    clock += 1000;
    expect(new Set([...answers, await settle('a')].map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await settings()).toMatchObject({ monthlyUsage: 1 });
  });

  it('adds up the largest counts and prices without a rounding', async () => {
    await model.update({ pricingInput: '9999.999999', pricingOutput: '0.000001' });
    await reserve('big');
    await expect(settle('big', { inputTokens: 999_999_999, outputTokens: 1 })).resolves.toMatchObject({
      cost: '9999999.9890000000',
    });
  });

  it('stays with the price that was in force when the request was admitted', async () => {
    await reserve('a');
    await model.update({ pricingInput: '99' });
    await expect(settle('a')).resolves.toMatchObject({ cost: '0.0004500000' });
  });

  it.each([
    ['was never reserved', () => settle('unknown'), 'NOT_FOUND'],
    ['was never reserved and is to be refunded', () => refund('unknown'), 'NOT_FOUND'],
    [
      "is another admin's",
      async () => settleUsage(await buildUser(), { requestId: 'open', status: 'ok' }),
      'NOT_FOUND',
    ],
    ["is another admin's, to refund", async () => refundUsage(await buildUser(), { requestId: 'open' }), 'NOT_FOUND'],
    ['was refunded', () => settle('refunded'), 'USAGE_ALREADY_REFUNDED'],
    ['was refunded and is reserved again', () => reserve('refunded'), 'USAGE_ALREADY_REFUNDED'],
    ['was settled and is to be refunded', () => refund('settled'), 'USAGE_ALREADY_SETTLED'],
    ['expired and is to be refunded', () => refund('expired'), 'USAGE_EXPIRED'],
  ])('refuses a request that %s, and changes nothing', async (_what, call, reason) => {
    await Promise.all(['refunded', 'settled', 'expired'].map(reserve));
    await Promise.all([refund('refunded'), settle('settled')]);
    clock += 15 * 60_000;
    await expireReservations(database.sequelize);
    await reserve('open');
    const before = await states();
    await expect(call()).rejects.toMatchObject({ reason });
    expect(await states()).toEqual(before);
    expect(await settings()).toMatchObject({ monthlyUsage: 3 });
  });
});

describe('a stored number', () => {
  it.each([
    ['usage_ledger', 'latency_ms'],
    ['usage_ledger', 'input_tokens'],
    ['usage_ledger', 'output_tokens'],
    ['admin_provider_settings', 'monthly_limit'],
    ['admin_provider_settings', 'monthly_usage'],
    ['admin_provider_settings', 'usage_resets'],
  ])('of %s, %s, is never below zero', async (table, column) => {
    const requestId = randomUUID();
    await reserve(requestId);
    await settle(requestId);
    const change = database.sequelize.query(`update ${table} set ${column} = -1 where admin_id = ${admin.id}`);
    await expect(change).rejects.toThrow(`${table}_numbers_check`);
  });
});

describe('usage.refund', () => {
  it('gives back once, and answers the same again', async () => {
    await Promise.all(['a', 'b'].map(reserve));
    const answers = await Promise.all([refund('a'), refund('a'), refund('a')]);
    expect(new Set(answers.map(({ refundedAt }) => refundedAt))).toEqual(new Set(['2026-11-24T12:00:00.000Z']));
    expect(await settings()).toMatchObject({ monthlyUsage: 1, totalRequests: '1' });
  });

  it('gives back to the month of the request, not to the one that has begun', async () => {
    clock = Date.UTC(2026, 10, 30, 23, 59);
    await reserve('november');
    clock += 120_000;
    await reserve('december');
    await refund('november');
    expect(await settings()).toMatchObject({ monthlyUsage: 1, usagePeriod: '2026-12-01' });
    const sums = await query(
      'select period::text, sum(amount)::int as used from usage_ledger where admin_id = $id group by 1',
    );
    expect(sums).toEqual(
      expect.arrayContaining([
        { period: '2026-11-01', used: 0 },
        { period: '2026-12-01', used: 1 },
      ]),
    );
  });

  it('gives nothing back that a reset has taken out of the count already', async () => {
    await Promise.all(['a', 'b', 'c'].map(reserve));
    await resetUsage(admin, provider.slug, bySystem);
    await reserve('d');
    await refund('a');
    expect(await settings()).toMatchObject({ monthlyUsage: 1, totalRequests: '3' });
    await refund('d');
    expect(await settings()).toMatchObject({ monthlyUsage: 0 });
    clock = Date.UTC(2026, 11, 2);
    await reserve('e');
    await refund('b');
    expect(
      await query("select sum(amount)::int as used from usage_ledger where admin_id = $id and period = '2026-11-01'"),
    ).toEqual([{ used: 0 }]);
  });
});

describe('expireReservations', () => {
  it('counts for good what nobody settled in time, and nothing earlier', async () => {
    await Promise.all(['a', 'b'].map(reserve));
    await settle('b');
    clock += 15 * 60_000 - 1;
    expect(await expireReservations(database.sequelize)).toBe(0);
    clock += 1;
    expect(await expireReservations(database.sequelize)).toBe(1);
    expect((await states()).toSorted()).toEqual(['expired', 'settled']);
    expect(await settings()).toMatchObject({ monthlyUsage: 2 });
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ])('lets a late settlement add its tokens, %s the roll-up of the expiry', async (_when, rolledUp) => {
    await reserve('late');
    clock += 15 * 60_000;
    await expireReservations(database.sequelize);
    if (rolledUp) await rollUpUsage(database.sequelize);
    await settle('late');
    expect(await usageDrift(database.sequelize)).toEqual(none);
    expect(await hours()).toEqual([{ outcome: 'ok', requests: '1', cost: '0.0004500000' }]);
    expect(await rollUpUsage(database.sequelize)).toBe(1);
    expect(await hours('usage_rollups')).toEqual([{ outcome: 'ok', requests: '1', cost: '0.0004500000' }]);
    expect(await provider.reload()).toMatchObject({ totalRequests: '1' });
  });
});

describe('rollUpUsage', () => {
  it('adds each ended request once to provider, model and hours; the tail makes the figures exact', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map(reserve));
    await Promise.all([settle('a'), settle('b', { status: '500' }), refund('c')]);
    const exact = [
      { outcome: 'error', requests: '1', cost: '0.0004500000' },
      { outcome: 'ok', requests: '1', cost: '0.0004500000' },
      { outcome: 'open', requests: '1', cost: '0.0000000000' },
    ];
    expect((await hours()).map(({ outcome, requests }) => ({ outcome, requests }))).toEqual(
      exact.map(({ outcome, requests }) => ({ outcome, requests })),
    );
    expect(await rollUpUsage(database.sequelize)).toBe(3);
    expect(await rollUpUsage(database.sequelize)).toBe(0);
    expect(await hours('usage_rollups')).toEqual(exact.slice(0, 2));
    expect(await provider.reload()).toMatchObject({ totalRequests: '2', lastUsedAt: new Date(noon) });
    expect(await model.reload()).toMatchObject({ totalRequests: '2' });
    const tail = await unrolledUsage(database.sequelize);
    expect(tail.filter(({ providerId }) => providerId === provider.id)).toMatchObject([
      { modelId: model.id, requests: 1 },
    ]);
  });

  it('rolls up once when many do it at the same time', async () => {
    await Promise.all(Array.from({ length: 30 }, () => reserve().then(({ requestId }) => settle(requestId))));
    await Promise.all(Array.from({ length: 5 }, () => rollUpUsage(database.sequelize)));
    await rollUpUsage(database.sequelize);
    expect(await provider.reload()).toMatchObject({ totalRequests: '30' });
  });
});

describe('recountUsage', () => {
  it('brings every counter back to what the ledger says, and drift names the kinds that differed', async () => {
    await Promise.all(['a', 'b', 'c'].map(reserve));
    await Promise.all([settle('a'), settle('b')]);
    await provider.incrementUsage();
    await rollUpUsage(database.sequelize);
    await AdminProviderSettings.update({ monthlyUsage: 7, totalRequests: '9' }, { where: { adminId: admin.id } });
    await AIProvider.update({ totalRequests: '99' }, { where: { id: provider.id } });
    await AIModel.update({ totalRequests: '99' }, { where: { id: model.id } });
    for (const layer of ['usage_rollups', 'usage_days'])
      await database.sequelize.query(`update ${layer} set requests = 5 where admin_id = ${admin.id}`);
    expect(await usageDrift(database.sequelize)).toEqual({
      months: 1,
      settings: 1,
      providers: 1,
      models: 1,
      rollups: 1,
      days: 1,
    });
    await recountUsage(database.sequelize);
    expect(await settings()).toMatchObject({ monthlyUsage: 3, totalRequests: '3' });
    expect(await provider.reload()).toMatchObject({ totalRequests: '3' });
    expect(await model.reload()).toMatchObject({ totalRequests: '2' });
  });
});
