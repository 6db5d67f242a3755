import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminProviderSettings, recordUsage, type AIProvider, type User } from '@ai-providers/db';
import { buildModel, buildProvider, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { callersOn } from '../testing/caller.js';
import { refusalOf } from '../testing/refusal.js';

let database: TestDatabase;
let as: Awaited<ReturnType<typeof callersOn>>;
let superAdmin: User;
let ada: User;
let bob: User;
let provider: AIProvider;
beforeAll(async () => {
  database = await openTestDatabase();
  as = await callersOn(database);
  superAdmin = await buildUser({ isSuperuser: true });
  ada = await buildUser();
  bob = await buildUser();
  provider = await buildProvider({ allowSharedForNormalAdmins: true });
  await buildModel(provider, { modelId: 'm', pricingInput: '2', pricingOutput: '4' });
  await count(ada, 'shared one');
  await count(bob, 'of bob');
  await count(bob, 'failed', '500');
  const pair = { adminId: ada.id, providerId: provider.id };
  await AdminProviderSettings.update(
    { useSharedApi: false, personalApiKey: 'sk-the-personal-key-of-ada' },
    { where: pair, individualHooks: true },
  );
  await count(ada, 'personal one');
});
afterAll(() => database.close());

const count = (admin: User, requestId: string, status = '200') =>
  recordUsage(admin, {
    provider: provider.slug,
    model: 'm',
    requestId,
    status,
    inputTokens: 1_000_000,
    outputTokens: 0,
  });
const queriesOf = (user: User) => as.session(user).usage;

describe('usage.summary', () => {
  it('shows a super admin everybody’s requests, and what they cost', async () => {
    const { total, groups } = await queriesOf(superAdmin).summary({ groupBy: 'admin' });
    expect(total).toMatchObject({ requests: '4', errors: '1', inputTokens: '4000000', cost: '8.0000000000' });
    expect(groups.map(({ label, figures }) => [label, figures.requests]).toSorted()).toEqual([
      [ada.email, '2'],
      [bob.email, '2'],
    ]);
  });

  it('shows a normal admin their own, without the cost of the shared key', async () => {
    const { total, groups } = await queriesOf(ada).summary({ groupBy: 'keySource' });
    expect(total).toMatchObject({ requests: '2', cost: '2.0000000000' });
    expect(groups.find(({ key }) => key === 'shared')?.figures).toMatchObject({ requests: '1', cost: null });
    expect((await queriesOf(bob).summary({})).total).toMatchObject({ requests: '2', cost: null });
  });

  it('points a normal admin only to days of their own', async () => {
    const empty = { from: '2020-01-01T00:00:00Z', to: '2020-01-02T00:00:00Z', outcome: 'error' as const };
    const { items } = await queriesOf(superAdmin).ledger({ outcome: 'error' });
    const day = `${items[0]?.reservedAt.slice(0, 10)}T00:00:00.000Z`;
    expect((await queriesOf(superAdmin).summary(empty)).nearest).toBe(day);
    expect((await queriesOf(bob).summary(empty)).nearest).toBe(day);
    expect((await queriesOf(ada).summary(empty)).nearest).toBeNull();
  });

  it('names no other admin to a normal one', async () => {
    const answers = [
      await queriesOf(ada).summary({ groupBy: 'admin' }),
      await queriesOf(ada).series({ groupBy: 'admin' }),
      await queriesOf(ada).ledger({}),
    ];
    for (const other of [bob.publicId, bob.email, superAdmin.email])
      expect(JSON.stringify(answers)).not.toContain(other);
  });
});

describe('an admin who is named', () => {
  it('is anybody for a super admin', async () => {
    const { total } = await queriesOf(superAdmin).summary({ admin: bob.publicId });
    expect(total).toMatchObject({ requests: '2', errors: '1' });
    expect((await queriesOf(superAdmin).ledger({ admin: bob.publicId })).items).toHaveLength(2);
  });

  it('is oneself for a normal one, and anybody else is as unknown as nobody', async () => {
    expect((await queriesOf(ada).summary({ admin: ada.publicId })).total.requests).toBe('2');
    const unknown = '00000000-0000-4000-8000-000000000000';
    for (const call of ['summary', 'series', 'ledger'] as const) {
      const refusals = await Promise.all(
        [bob.publicId, unknown].map((admin) => refusalOf(queriesOf(ada)[call]({ admin }))),
      );
      expect(refusals).toEqual([
        { code: 'NOT_FOUND', reason: 'NOT_FOUND' },
        { code: 'NOT_FOUND', reason: 'NOT_FOUND' },
      ]);
    }
  });
});

describe('usage.series', () => {
  it('has a point for each bucket with requests, and the sums of the summary', async () => {
    const { grain, series, other } = await queriesOf(superAdmin).series({ groupBy: 'provider' });
    expect([grain, other]).toEqual(['day', null]);
    expect(series).toHaveLength(1);
    expect(series[0]).toMatchObject({ key: provider.slug, label: provider.displayName });
    expect(series[0]?.points.reduce((sum, { requests }) => sum + Number(requests), 0)).toBe(4);
  });

  it('goes on under the name of a provider that is gone', async () => {
    const gone = await buildProvider({ allowSharedForNormalAdmins: true });
    await recordUsage(bob, { provider: gone.slug, requestId: 'before it went', status: 'ok' });
    await as.session(superAdmin).providers.delete({ publicId: gone.publicId });
    const { series } = await queriesOf(superAdmin).series({ provider: gone.slug, groupBy: 'provider' });
    expect(series[0]).toMatchObject({ key: gone.slug, label: null });
  });
});

describe('usage.ledger', () => {
  it('tells a super admin whose request it was, its price and its cost', async () => {
    const { items } = await queriesOf(superAdmin).ledger({ admin: bob.publicId, outcome: 'error' });
    expect(items).toMatchObject([
      {
        requestId: 'failed',
        admin: { publicId: bob.publicId, label: bob.email },
        source: 'shared',
        status: '500',
        priceInput: '2.000000',
        cost: '2.0000000000',
      },
    ]);
  });

  it('tells a normal admin no price and no cost of the shared key', async () => {
    const { items } = await queriesOf(ada).ledger({});
    const byId = Object.fromEntries(items.map((item) => [item.requestId, item]));
    expect(byId['shared one']).toMatchObject({ admin: null, priceInput: null, priceOutput: null, cost: null });
    expect(byId['personal one']).toMatchObject({ admin: null, priceInput: '2.000000', cost: '2.0000000000' });
  });
});

describe('a range', () => {
  it.each([
    ['summary', { from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' }, 'RANGE_EMPTY'],
    ['series', { from: '2020-01-01T00:00:00Z', grain: 'hour' }, 'RANGE_TOO_LONG'],
    ['ledger', { from: '2026-02-01T00:00:00Z', to: '2026-02-01T00:00:00Z' }, 'RANGE_EMPTY'],
  ] as const)('that cannot be is refused by %s, by its field', async (call, input, reason) => {
    const refusal = await refusalOf((queriesOf(bob)[call] as (asked: object) => Promise<unknown>)(input)); // one input for three
    expect(refusal).toMatchObject({ code: 'BAD_REQUEST', reason, field: 'from' });
  });
});
