import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AIProvider, noteUsageDrift, systemStatus } from '@ai-providers/db';
import { buildProvider, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { presentSystem } from '../presenters/system.js';
import { callersOn } from '../testing/caller.js';
import { refusalOf } from '../testing/refusal.js';

let database: TestDatabase;
let as: Awaited<ReturnType<typeof callersOn>>;
let clock = new Date('2026-11-24T10:00:00Z');
beforeAll(async () => {
  database = await openTestDatabase({ now: () => clock });
  as = await callersOn(database);
});
afterAll(() => database.close());

const status = async () => as.session(await buildUser({ isSuperuser: true })).system.status();

describe('system.status', () => {
  it('refuses a normal admin', async () => {
    expect(await refusalOf(as.session(await buildUser()).system.status())).toMatchObject({ reason: 'FORBIDDEN' });
  });

  it('tells where the data is and which program serves it', async () => {
    const { version, database: told, cache } = await status();
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    expect(told).toEqual({
      kind: database.url === null ? 'embedded' : 'postgresql',
      version: expect.stringMatching(/^\d+(\.\d+)*$/),
      migration: expect.stringMatching(/^\d{4}-/),
    });
    expect(cache).toBe(process.env.TEST_REDIS_URL ? 'up' : 'memory');
  });

  it('tells the address of the panel, and no more than people see of it', async () => {
    expect(await status()).toMatchObject({ publicUrl: null });
    const publicUrl = 'https://somebody:told@ai.example.com/panel/?key=1';
    expect(presentSystem(await systemStatus(), { version: '1.0.0', publicUrl })).toMatchObject({
      publicUrl: 'https://ai.example.com/panel',
    });
  });

  it('counts stored keys by the key that encrypts them, and tells none of their owners', async () => {
    await buildProvider();
    const broken = await buildProvider();
    await AIProvider.sequelize?.query('update ai_providers set shared_api_key = $token where id = $id', {
      bind: { token: 'gAAAAABroken', id: broken.id },
    });
    const { secretKey } = await status();
    expect(secretKey).toMatchObject({
      state: 'ok',
      keys: [{ keyId: database.secrets.keyId, secrets: 1, writes: true }],
      unusable: { unreadable: 1, misplaced: 0, unbound: 0 },
      underOlderKeys: 0,
    });
    expect(JSON.stringify(secretKey)).not.toContain(broken.slug);
  });

  it('says when the usage counters were compared, which happens at most once an hour', async () => {
    expect((await status()).usage).toEqual({ drift: null, driftCheckedAt: null, open: '0', waiting: '0' });
    expect(await noteUsageDrift(database.sequelize)).toBe(true);
    const checkedAt = clock.toISOString();
    await AIProvider.update({ totalRequests: '7' }, { where: {}, limit: 1 });
    clock = new Date(clock.getTime() + 59 * 60_000);
    expect(await noteUsageDrift(database.sequelize)).toBe(false);
    expect((await status()).usage).toMatchObject({ drift: 0, driftCheckedAt: checkedAt });
    clock = new Date(clock.getTime() + 60_000);
    expect(await noteUsageDrift(database.sequelize)).toBe(true);
    expect((await status()).usage).toMatchObject({ driftCheckedAt: clock.toISOString() });
    expect((await status()).usage.drift).toBeGreaterThan(0);
  });
});
