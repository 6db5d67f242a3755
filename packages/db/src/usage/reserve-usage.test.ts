import { randomUUID } from 'node:crypto';
import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bySystem } from '../audit/audited.js';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import type { AIProvider } from '../models/ai-provider.js';
import type { User } from '../models/user.js';
import { resetUsage, setLimit } from '../services/settings.js';
import { buildModel, buildProvider, buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { recordUsage } from './record-usage.js';
import { reserveUsage } from './reserve-usage.js';
import { refundUsage, settleUsage } from './settle-usage.js';
import { usageDrift } from './usage-drift.js';

const noon = Date.UTC(2026, 10, 24, 12);
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
});

const reserve = (requestId: string = randomUUID(), model?: string) =>
  reserveUsage(admin, { provider: provider.slug, requestId, ...(model !== undefined && { model }) });
const settings = () => AdminProviderSettings.findOne({ where: { adminId: admin.id, providerId: provider.id } });
const limit = (monthlyLimit: number | null) => setLimit(admin, provider.slug, monthlyLimit, bySystem);
const ledger = () =>
  database.sequelize.query<Record<string, unknown>>(
    'select *, period::text as month from usage_ledger where admin_id = $id order by id',
    { bind: { id: admin.id }, type: QueryTypes.SELECT },
  );

describe('usage.reserve', () => {
  it('counts the request at once and writes what it will be made with', async () => {
    await expect(reserve('first')).resolves.toEqual({
      requestId: 'first',
      provider: provider.slug,
      model: null,
      source: 'shared',
      reservedAt: '2026-11-24T12:00:00.000Z',
      expiresAt: '2026-11-24T12:15:00.000Z',
      resetsAt: '2026-12-01T00:00:00.000Z',
    });
    expect(await settings()).toMatchObject({ monthlyUsage: 1, usagePeriod: '2026-11-01', totalRequests: '1' });
    expect(await ledger()).toMatchObject([
      { request_id: 'first', state: 'reserved', amount: 1, month: '2026-11-01', provider_slug: provider.slug },
    ]);
  });

  it('answers the same again and counts once, in line or all at once', async () => {
    const first = await reserve('same');
    clock += 60_000;
    expect(await reserve('same')).toEqual(first);
    const answers = await Promise.all(Array.from({ length: 20 }, () => reserve('at once')));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await settings()).toMatchObject({ monthlyUsage: 2 });
  });

  it('lets two admins use the same request id', async () => {
    await reserve('shared id');
    const other = await buildUser();
    await reserveUsage(other, { provider: provider.slug, requestId: 'shared id' });
    await refundUsage(other, { requestId: 'shared id' });
    expect(await settings()).toMatchObject({ monthlyUsage: 1 });
    expect(await ledger()).toMatchObject([{ state: 'reserved' }]);
  });

  it('refuses a request id that belongs to another provider or model', async () => {
    await reserve('taken', 'm-1');
    const elsewhere = await buildProvider({ allowSharedForNormalAdmins: true });
    await expect(reserve('taken', 'm-2')).rejects.toMatchObject({ reason: 'REQUEST_ID_REUSED' });
    await expect(reserveUsage(admin, { provider: elsewhere.slug, requestId: 'taken' })).rejects.toMatchObject({
      reason: 'REQUEST_ID_REUSED',
    });
    const both = [provider, elsewhere].map(({ slug }) => reserveUsage(admin, { provider: slug, requestId: 'race' }));
    const outcomes = await Promise.allSettled(both);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('admits exactly the limit out of 500 at once', async () => {
    await limit(100);
    const outcomes = await Promise.allSettled(Array.from({ length: 500 }, () => reserve()));
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(outcomes.length - refused.length).toBe(100);
    for (const outcome of refused) expect(outcome).toMatchObject({ reason: { reason: 'MONTHLY_LIMIT_REACHED' } });
    expect(await settings()).toMatchObject({ monthlyUsage: 100, totalRequests: '100' });
  });

  it('says at the limit what it is, how much is used and when to come again', async () => {
    await limit(1);
    await reserve();
    await expect(reserve()).rejects.toMatchObject({
      reason: 'MONTHLY_LIMIT_REACHED',
      params: { limit: 1, used: 1, resetsAt: '2026-12-01T00:00:00.000Z' },
      retryAfter: 6.5 * 86_400,
    });
    expect(await ledger()).toHaveLength(1);
  });

  it('admits nothing at 0, everything at null, and keeps the count when the limit falls below it', async () => {
    await limit(0);
    await expect(reserve()).rejects.toMatchObject({ params: { limit: 0, used: 0 } });
    await limit(null);
    await Promise.all(Array.from({ length: 30 }, () => reserve()));
    await limit(10);
    await expect(reserve()).rejects.toMatchObject({ params: { limit: 10, used: 30 } });
    await limit(31);
    await reserve();
    await expect(reserve()).rejects.toMatchObject({ params: { limit: 31, used: 31 } });
  });

  it('starts a month at 0 by itself, and no clock that was set back takes the new month away', async () => {
    await limit(2);
    clock = Date.UTC(2026, 11, 1) - 1;
    await Promise.all([reserve('a'), reserve('b')]);
    await expect(reserve('c')).rejects.toMatchObject({ retryAfter: 1 });
    clock += 1;
    await reserve('d');
    clock -= 1;
    await reserve('e');
    await expect(reserve('f')).rejects.toMatchObject({ params: { used: 2, resetsAt: '2027-01-01T00:00:00.000Z' } });
    expect((await ledger()).map(({ month }) => month)).toEqual([
      '2026-11-01',
      '2026-11-01',
      '2026-12-01',
      '2026-12-01',
    ]);
    expect(await settings()).toMatchObject({ monthlyUsage: 2, usagePeriod: '2026-12-01', usageThisMonth: 2 });
  });

  it('counts a crowd whose clock was set back in the new month, and no more than that has room for', async () => {
    await limit(3);
    clock = Date.UTC(2026, 11, 1);
    await reserve('first');
    clock -= 1;
    const crowd = await Promise.allSettled(['a', 'b', 'c', 'd'].map((requestId) => reserve(requestId)));
    expect(crowd.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect((await ledger()).map(({ month }) => month)).toEqual(['2026-12-01', '2026-12-01', '2026-12-01']);
    expect(await settings()).toMatchObject({ monthlyUsage: 3, usagePeriod: '2026-12-01' });
  });

  it.each([
    ['no key', { sharedApiKey: '' }, 'KEY_NOT_CONFIGURED'],
    ['no right to the shared key', { allowSharedForNormalAdmins: false }, 'SHARED_KEY_NOT_ALLOWED'],
    ['an inactive provider', { isActive: false }, 'PROVIDER_INACTIVE'],
  ])('refuses %s, whatever it admitted before, and still knows what that was', async (_what, change, reason) => {
    const before = await reserve('before');
    await provider.update(change);
    await expect(reserve()).rejects.toMatchObject({ reason });
    expect(await reserve('before')).toEqual(before);
    expect(await settings()).toMatchObject({ monthlyUsage: 1 });
  });

  it('makes no row for an admin without a key, and knows no unknown provider', async () => {
    await provider.update({ sharedApiKey: '' });
    await expect(reserve()).rejects.toMatchObject({ reason: 'KEY_NOT_CONFIGURED' });
    expect(await settings()).toBeNull();
    await expect(reserveUsage(admin, { provider: 'nobody', requestId: 'x' })).rejects.toMatchObject({
      reason: 'NOT_FOUND',
    });
  });

  it('follows a slug to the provider that has it now, and leaves the usage of one that was deleted', async () => {
    await reserve('old');
    const { slug } = provider;
    await provider.destroy();
    await expect(reserve()).rejects.toMatchObject({ reason: 'NOT_FOUND' });
    await expect(settleUsage(admin, { requestId: 'old', status: '200' })).resolves.toMatchObject({ status: '200' });
    const next = await buildProvider({ slug, allowSharedForNormalAdmins: true });
    await reserve();
    expect((await ledger()).map(({ provider_id }) => provider_id)).toEqual([provider.id, next.id]);
  });

  it('takes part in the transaction of its caller, and in its end', async () => {
    await reserve();
    const failing = database.sequelize.transaction(async () => {
      await reserve('undone');
      await settleUsage(admin, { requestId: 'undone', status: 'ok' });
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await settings()).toMatchObject({ monthlyUsage: 1, totalRequests: '1' });
  });
});

describe('usage.record', () => {
  it('reserves and settles in one, with the price of the day, and again without effect', async () => {
    const pricing = {
      scheduled: [
        { from: '2026-11-24', input: 4, output: 20 },
        { from: '2026-12-01', input: 9, output: 9 },
      ],
    };
    await buildModel(provider, { modelId: 'm-1', pricingInput: '2', pricingOutput: '10', config: { pricing } });
    const call = {
      provider: provider.slug,
      model: 'm-1',
      requestId: 'done',
      status: '200',
      inputTokens: 3,
      outputTokens: 7,
    };
    const first = await recordUsage(admin, call);
    expect(first).toMatchObject({ cost: '0.0001520000', inputTokens: 3, outputTokens: 7, status: '200' });
    expect(await recordUsage(admin, { ...call, inputTokens: 999 })).toEqual(first);
    expect(await ledger()).toMatchObject([{ price_input: '4.000000', price_from: '2026-11-24', state: 'settled' }]);
  });

  it('goes by a price that was changed a moment ago', async () => {
    const model = await buildModel(provider, { modelId: 'm-1', pricingInput: '1' });
    const call = (requestId: string) =>
      recordUsage(admin, { provider: provider.slug, model: 'm-1', requestId, status: 'ok', inputTokens: 1_000_000 });
    expect(await call('1')).toMatchObject({ cost: '1.0000000000' });
    await model.update({ pricingInput: '0.000001' });
    expect(await call('2')).toMatchObject({ cost: '0.0000010000' });
    await model.update({ pricingInput: null });
    expect(await call('3')).toMatchObject({ cost: null });
  });

  it('counts like a reservation after a reset', async () => {
    await reserve('early');
    await resetUsage(admin, provider.slug, bySystem);
    await recordUsage(admin, { provider: provider.slug, requestId: 'late', status: 'error' });
    expect(await settings()).toMatchObject({ monthlyUsage: 1, totalRequests: '2' });
  });
});
