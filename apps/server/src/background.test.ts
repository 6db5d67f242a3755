import { join } from 'node:path';
import { QueryTypes, type Sequelize } from 'sequelize';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AIProvider, recordUsage, reserveUsage, usageDrift, type Log, type User } from '@ai-providers/db';
import { buildProvider, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { backgroundJobs } from './background.js';
import { readEnv } from './env.js';
import { openServer } from './open-server.js';
import { temporaryFolder } from './testing/process.js';

async function pending(sequelize: Sequelize): Promise<number> {
  const rows = await sequelize.query('select 1 from usage_pending', { type: QueryTypes.SELECT });
  return rows.length;
}

describe('the background jobs', () => {
  let clock = Date.UTC(2026, 10, 24, 12);
  let database: TestDatabase;
  let admin: User;
  let provider: AIProvider;
  beforeAll(async () => {
    database = await openTestDatabase({ now: () => new Date(clock) });
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    admin = await buildUser();
    provider = await buildProvider({ allowSharedForNormalAdmins: true });
  });

  const runAll = async (retentionDays: number | null = null) => {
    const jobs = backgroundJobs(database.sequelize, { retentionDays, now: () => new Date(clock) });
    for (const { run } of jobs) await run();
  };
  const total = async () => (await AIProvider.findByPk(provider.id, { rejectOnEmpty: true })).totalRequests;

  it('count what nobody settled, and bring the totals up to date', async () => {
    await reserveUsage(admin, { provider: provider.slug, requestId: 'left' }, { ttlMs: 60_000 });
    await recordUsage(admin, { provider: provider.slug, requestId: 'made', status: 'ok' });
    clock += 59_999;
    await runAll();
    expect([await total(), await pending(database.sequelize)]).toEqual(['1', 1]);
    clock += 1;
    await runAll();
    expect([await total(), await pending(database.sequelize)]).toEqual(['2', 0]);
  });

  it('let single requests go after the days of the setting, and keep every figure', async () => {
    await recordUsage(admin, { provider: provider.slug, requestId: 'old', status: 'ok' });
    await runAll();
    const ledger = () => database.sequelize.query('select 1 from usage_ledger', { type: QueryTypes.SELECT });
    clock += 32 * 86_400_000;
    await runAll();
    expect(await ledger()).not.toHaveLength(0);
    await runAll(31);
    expect(await ledger()).toHaveLength(0);
    expect(await total()).toBe('1');
    expect(new Set(Object.values(await usageDrift(database.sequelize)))).toEqual(new Set([0]));
  });

  it('of several instances at once count each request once', async () => {
    const requests = Array.from({ length: 30 }, (_, n) => ({ provider: provider.slug, requestId: `many ${n}` }));
    await Promise.all(requests.map((asked) => reserveUsage(admin, asked, { ttlMs: 60_000 })));
    clock += 60_000;
    await Promise.all([runAll(), runAll(), runAll(), runAll()]);
    await runAll(); // whoever found the lock taken left the rest to the next run
    expect([await total(), await pending(database.sequelize)]).toEqual(['30', 0]);
    expect(new Set(Object.values(await usageDrift(database.sequelize)))).toEqual(new Set([0]));
  });
});

describe('a running server', () => {
  it('does them by itself, ends with the run under way, and complains of nothing', async () => {
    const folder = await temporaryFolder();
    const complain = vi.fn();
    const log: Log = { info() {}, warn: complain, error: complain };
    const server = await openServer(readEnv({ PORT: '0', DATA_DIR: join(folder.path, 'data') }), log);
    const provider = await buildProvider({ allowSharedForNormalAdmins: true });
    await recordUsage(await buildUser(), { provider: provider.slug, requestId: 'made', status: 'ok' });
    const { sequelize } = provider;
    expect(await pending(sequelize)).toBe(1);
    await vi.waitFor(async () => expect(await pending(sequelize)).toBe(0), { timeout: 10_000, interval: 100 });
    await server.close();
    expect(complain).not.toHaveBeenCalled();
    await folder.remove();
  });
});
