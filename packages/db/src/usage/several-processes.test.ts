import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bySystem } from '../audit/audited.js';
import { dayOf, lastDayBefore, startOfNextDay } from '../day.js';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import type { AIProvider } from '../models/ai-provider.js';
import type { User } from '../models/user.js';
import { setLimit } from '../services/settings.js';
import { buildProvider, buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { expireReservations } from './expire-reservations.js';
import { rollUpUsage } from './roll-up.js';
import { usageDrift } from './usage-drift.js';

const secretKey = 'a secret key for tests, long enough';
const ids = (count: number) => Array.from({ length: count }, () => randomUUID());

/** Another process on the same database. */
async function start(url: string, env: NodeJS.ProcessEnv = {}): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'fixtures/usage-process.mjs'), [url, secretKey], {
    cwd: import.meta.dirname,
    execArgv: ['--conditions=source', '--import', 'tsx'],
    env: { ...process.env, ...env },
  });
  await answerOf(child);
  return child;
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const listening = new AbortController();
  const { signal } = listening;
  const died = once(child, 'exit', { signal }).then(([code]) =>
    Promise.reject(new Error(`It ended with code ${code}`)),
  );
  try {
    const [answer] = (await Promise.race([once(child, 'message', { signal }), died])) as [unknown];
    return answer;
  } finally {
    died.catch(() => {});
    listening.abort();
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

// The embedded database belongs to one process alone.
if (process.env.TEST_DATABASE_URL) {
  let database: TestDatabase;
  let url: string;
  let processes: ChildProcess[];
  let admin: User;
  let provider: AIProvider;
  let clock = 0;
  beforeAll(async () => {
    database = await openTestDatabase({ now: () => new Date(Date.now() + clock) });
    url = database.url ?? '';
    processes = await Promise.all([1, 2, 3, 4].map(() => start(url)));
  });
  afterAll(async () => {
    await Promise.all(processes.map(end));
    await database.close();
  });
  beforeEach(async () => {
    admin = await buildUser();
    provider = await buildProvider({ allowSharedForNormalAdmins: true });
  });

  const tell = async (
    child: ChildProcess,
    work: string,
    requestIds: string[] = [],
    adminIds = [admin.id],
    at?: number,
  ) => {
    child.send({ work, adminIds, provider: provider.slug, requestIds, at });
    return (await answerOf(child)) as (string | undefined | null)[]; // as the fixture answers
  };
  const tellAll = async (work: string, requestIds: () => string[]) =>
    (await Promise.all(processes.map((child) => tell(child, work, requestIds())))).flat();
  const settings = () =>
    AdminProviderSettings.findOne({ where: { adminId: admin.id, providerId: provider.id }, rejectOnEmpty: true });
  const deadlocks = async () => {
    const [row] = await database.sequelize.query<{ deadlocks: string }>(
      'select deadlocks from pg_stat_database where datname = current_database()',
      { type: QueryTypes.SELECT },
    );
    return row?.deadlocks;
  };

  describe('four processes on one database', () => {
    it('admit exactly 100 of 800 at once, twenty times over', async () => {
      for (let round = 0; round < 20; round += 1) {
        admin = await buildUser();
        await setLimit(admin, provider.slug, 100, bySystem);
        const refusals = (await tellAll('reserve', () => ids(200))).filter(Boolean);
        expect(refusals).toHaveLength(700);
        expect(new Set(refusals)).toEqual(new Set(['MONTHLY_LIMIT_REACHED']));
        expect(await settings()).toMatchObject({ monthlyUsage: 100, totalRequests: '100' });
      }
      expect(await deadlocks()).toBe('0');
    });

    it('admit exactly 60 where nobody has a row yet, and make one', async () => {
      const before = await tellAll('reserve', () => ids(1));
      expect(before.filter(Boolean)).toEqual([]);
      await setLimit(admin, provider.slug, 60, bySystem);
      const refusals = (await tellAll('reserve', () => ids(50))).filter(Boolean);
      expect(refusals).toHaveLength(200 - 56);
      expect(await AdminProviderSettings.count({ where: { adminId: admin.id } })).toBe(1);
    });

    it('count a request id once, whoever is told of it', async () => {
      const requestIds = ids(50);
      const shuffled = () => requestIds.toSorted(() => Math.random() - 0.5);
      expect((await tellAll('reserve', shuffled)).filter(Boolean)).toEqual([]);
      expect(await settings()).toMatchObject({ monthlyUsage: 50 });
      expect(await deadlocks()).toBe('0');
    });

    it('lose none of 2,000 increments, without a deadlock', async () => {
      await setLimit(admin, provider.slug, null, bySystem);
      expect((await tellAll('increment', () => ids(500))).filter(Boolean)).toEqual([]);
      expect(await settings()).toMatchObject({ monthlyUsage: 2000, totalRequests: '2000' });
      expect(await deadlocks()).toBe('0');
    });

    it('give 40 requests back once, each told three times and more', async () => {
      const requestIds = ids(40);
      const [first] = processes;
      if (!first) throw new Error('The processes are there');
      await tell(first, 'reserve', [...requestIds, ...ids(5)]);
      const shuffled = () => [...requestIds, ...requestIds, ...requestIds].toSorted(() => Math.random() - 0.5);
      expect((await tellAll('refund', shuffled)).filter(Boolean)).toEqual([]);
      expect(await settings()).toMatchObject({ monthlyUsage: 5, totalRequests: '5' });
      expect(await deadlocks()).toBe('0');
    });

    it('leave a ledger that agrees with every counter when one is killed in full swing', async () => {
      const others = await Promise.all(Array.from({ length: 9 }, () => buildUser()));
      const victim = await start(url);
      await tell(
        victim,
        'carryOn',
        [],
        [admin, ...others].map(({ id }) => id),
      );
      const rolling = rollUpUsage(database.sequelize);
      await end(victim);
      await rolling;
      clock = 16 * 60_000;
      await expireReservations(database.sequelize);
      await rollUpUsage(database.sequelize);
      clock = 0;
      const open = await database.sequelize.query("select 1 from usage_ledger where state = 'reserved'", {
        type: QueryTypes.SELECT,
      });
      expect(open).toEqual([]);
      expect(await usageDrift(database.sequelize)).toEqual({
        months: 0,
        settings: 0,
        providers: 0,
        models: 0,
        rollups: 0,
        days: 0,
      });
    });

    it('hold 800 at once around the end of a raised limit to the limit of each one’s moment', async () => {
      const today = new Date().toISOString().slice(0, 10);
      // Both moments lie in one month.
      const end = startOfNextDay(startOfNextDay(today).getUTCDate() === 1 ? dayOf(startOfNextDay(today)) : today);
      await setLimit(admin, provider.slug, 100, bySystem);
      await setLimit(admin, provider.slug, 300, bySystem, { until: lastDayBefore(end) });
      const moments = [end.getTime() - 1, end.getTime()];
      const refusals = await Promise.all(
        processes.map((child, index) => tell(child, 'reserve', ids(200), [admin.id], moments[index % 2])),
      );
      expect(refusals.flat().filter(Boolean)).toHaveLength(500);
      expect(new Set(refusals.flat())).toEqual(new Set([null, 'MONTHLY_LIMIT_REACHED']));
      const late = refusals.filter((_answers, index) => index % 2 === 1).flat();
      expect(late.filter((reason) => reason === null).length).toBeLessThanOrEqual(100);
      expect(await settings()).toMatchObject({ monthlyUsage: 300, totalRequests: '300' });
      expect(await deadlocks()).toBe('0');
    });
  });

  describe.each(['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati'])('a process in %s', (TZ) => {
    let child: ChildProcess;
    beforeAll(async () => {
      child = await start(url, { TZ });
    });
    afterAll(() => end(child));

    it.each([
      ['the last millisecond of a month', '2027-02-28T23:59:59.999Z', '2027-02-01'],
      ['the first of a month', '2027-03-01T00:00:00.000Z', '2027-03-01'],
      ['29 February', '2028-02-29T23:59:59.999Z', '2028-02-01'],
      ['a 31st', '2027-01-31T12:00:00.000Z', '2027-01-01'],
      ['a change to summer time', '2027-03-14T07:00:00.000Z', '2027-03-01'],
      ['a change to winter time', '2027-11-07T06:00:00.000Z', '2027-11-01'],
    ])('counts %s in its month in UTC', async (_what, moment, month) => {
      expect(await tell(child, 'reserve', ids(3), [admin.id], Date.parse(moment))).toEqual([null, null, null]);
      expect(await settings()).toMatchObject({ monthlyUsage: 3, usagePeriod: month });
    });
  });
}

describe('several processes', () => {
  it('are tested on PostgreSQL; embedded, 500 at once in one process admit 100', async () => {
    const alone = await openTestDatabase();
    const user = await buildUser();
    const { slug } = await buildProvider({ allowSharedForNormalAdmins: true });
    await setLimit(user, slug, 100, bySystem);
    const settingsOf = () => AdminProviderSettings.findOne({ where: { adminId: user.id }, rejectOnEmpty: true });
    const own = await settingsOf();
    const outcomes = await Promise.allSettled(Array.from({ length: 500 }, () => own.incrementUsage()));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(100);
    expect((await settingsOf()).hasReachedLimit()).toBe(true);
    await alone.close();
  });
});
