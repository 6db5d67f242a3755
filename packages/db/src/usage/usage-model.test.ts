import fc from 'fast-check';
import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bySystem } from '../audit/audited.js';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import { resetUsage, setLimit } from '../services/settings.js';
import { buildProvider, buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { expireReservations } from './expire-reservations.js';
import { recountUsage } from './recount-usage.js';
import { reserveUsage } from './reserve-usage.js';
import { rollUpUsage } from './roll-up.js';
import { refundUsage, settleUsage } from './settle-usage.js';
import { usageDrift } from './usage-drift.js';

const none = { months: 0, settings: 0, providers: 0, models: 0, rollups: 0, days: 0 };
const start = Date.UTC(2026, 10, 1);
const day = 86_400_000;
let clock = start;
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ now: () => new Date(clock) });
});
afterAll(() => database.close());

type Step =
  | { kind: 'reserve' | 'settle' | 'refund'; request: number }
  | { kind: 'limit'; limit: number | null }
  | { kind: 'raise'; limit: number; days: number }
  | { kind: 'pass'; days: number }
  | { kind: 'reset' | 'expire' | 'rollUp' };

const request = fc.nat(12);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('reserve', 'settle', 'refund'), request }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('limit'), limit: fc.option(fc.nat(8)) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('raise'), limit: fc.nat(12), days: fc.integer({ min: -1, max: 20 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pass'), days: fc.integer({ min: -3, max: 20 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('reset', 'expire', 'rollUp') }) },
);

const dayIn = (days: number) => new Date(clock + days * day).toISOString().slice(0, 10);

interface Counted {
  state: 'reserved' | 'settled' | 'refunded' | 'expired';
  month: string;
  at: number;
  wasReset: boolean;
}

/** What the system must do, said as simply as can be: a list of requests, a month and a limit. */
class Expected {
  readonly requests = new Map<number, Counted>();
  limit: number | null = 1000;
  raise: { limit: number; lastDay: string } | null = null;
  month = '';

  private inMonth = () => [...this.requests.values()].filter(({ month }) => month === this.month);
  get used(): number {
    return this.inMonth().filter(({ state, wasReset }) => state !== 'refunded' && !wasReset).length;
  }
  get total(): number {
    return [...this.requests.values()].filter(({ state }) => state !== 'refunded').length;
  }

  private get limitNow(): number | null {
    return this.raise && dayIn(0) <= this.raise.lastDay ? this.raise.limit : this.limit;
  }

  private turn(): void {
    const now = new Date(clock).toISOString().slice(0, 7);
    if (now > this.month) this.month = now;
  }

  apply(action: Step): string {
    if (action.kind === 'limit') [this.limit, this.raise] = [action.limit, null];
    if (action.kind === 'raise') return this.raiseTo(action.limit, action.days);
    if (action.kind === 'reset' && this.month >= new Date(clock).toISOString().slice(0, 7)) {
      for (const each of this.inMonth()) each.wasReset = true;
    }
    if (action.kind === 'expire') {
      for (const each of this.requests.values()) {
        if (each.state === 'reserved' && each.at + 15 * 60_000 <= clock) each.state = 'expired';
      }
    }
    return 'request' in action ? this.ask(action.kind, action.request) : 'done';
  }

  private raiseTo(limit: number, days: number): string {
    if (this.limit === null || limit <= this.limit) return 'RAISE_NOT_HIGHER';
    if (days < 0) return 'RAISE_END_NOT_ALLOWED';
    this.raise = { limit, lastDay: dayIn(days) };
    return 'done';
  }

  private ask(kind: 'reserve' | 'settle' | 'refund', id: number): string {
    const known = this.requests.get(id);
    if (kind === 'reserve')
      return known ? (known.state === 'refunded' ? 'USAGE_ALREADY_REFUNDED' : 'done') : this.count(id);
    if (!known) return 'NOT_FOUND';
    if (kind === 'settle') {
      if (known.state === 'refunded') return 'USAGE_ALREADY_REFUNDED';
      known.state = 'settled';
      return 'done';
    }
    if (known.state === 'settled') return 'USAGE_ALREADY_SETTLED';
    if (known.state === 'expired') return 'USAGE_EXPIRED';
    known.state = 'refunded';
    return 'done';
  }

  private count(id: number): string {
    const month = this.month;
    this.turn();
    const limit = this.limitNow;
    if (limit !== null && this.used >= limit) {
      this.month = month; // a refusal writes nothing
      return 'MONTHLY_LIMIT_REACHED';
    }
    this.requests.set(id, { state: 'reserved', month: this.month, at: clock, wasReset: false });
    return 'done';
  }
}

describe('any sequence of calls', () => {
  it('leaves the counters at what a simple model says, and no drift', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        clock = start;
        const admin = await buildUser();
        const provider = await buildProvider({ allowSharedForNormalAdmins: true });
        const expected = new Expected();
        const works = {
          reserve: (requestId: string) => reserveUsage(admin, { provider: provider.slug, requestId }),
          settle: (requestId: string) =>
            settleUsage(admin, { requestId, status: 'ok', latencyMs: Number(requestId.slice(1)) ** 4 }), // in many a bucket
          refund: (requestId: string) => refundUsage(admin, { requestId }),
        };
        const apply = async (action: Step): Promise<unknown> => {
          if (action.kind === 'pass') return void (clock += action.days * day);
          if (action.kind === 'limit') return setLimit(admin, provider.slug, action.limit, bySystem);
          if (action.kind === 'raise')
            return setLimit(admin, provider.slug, action.limit, bySystem, { until: dayIn(action.days) });
          if (action.kind === 'reset') return resetUsage(admin, provider.slug, bySystem);
          if (action.kind === 'expire') return expireReservations(database.sequelize);
          if ('request' in action) return works[action.kind](`r${action.request}`);
          return rollUpUsage(database.sequelize);
        };
        for (const action of steps) {
          const outcome = await apply(action).then(
            () => 'done',
            (error: unknown) => (error as { reason: string }).reason,
          );
          expect(outcome).toBe(expected.apply(action));
        }
        const where = { adminId: admin.id, providerId: provider.id };
        const settings = await AdminProviderSettings.findOne({ where });
        expect(settings?.monthlyUsage ?? 0).toBe(expected.used);
        expect(settings?.totalRequests ?? '0').toBe(String(expected.total));
        const [row] = await database.sequelize.query<{ used: number }>(
          'select coalesce(sum(amount), 0)::int as used from usage_ledger where admin_id = $adminId and period = $period',
          { bind: { adminId: admin.id, period: settings?.usagePeriod ?? null }, type: QueryTypes.SELECT },
        );
        expect(row?.used).toBe(expected.used);
        expect(await usageDrift(database.sequelize)).toEqual(none);
      }),
      { numRuns: 60 },
    );
    await rollUpUsage(database.sequelize);
    const before = await AdminProviderSettings.findAll({ order: ['id'], raw: true });
    await recountUsage(database.sequelize);
    expect(await usageDrift(database.sequelize)).toEqual(none);
    expect(await AdminProviderSettings.findAll({ order: ['id'], raw: true })).toEqual(before);
  });
});
