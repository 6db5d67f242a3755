import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AIModel } from '../models/ai-model.js';
import type { AIProvider } from '../models/ai-provider.js';
import type { User } from '../models/user.js';
import { readState } from '../system-state.js';
import { deferred } from '../testing/cache-conformance.js';
import { buildModel, buildProvider, buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { recordUsage } from './record-usage.js';
import { reserveUsage } from './reserve-usage.js';
import { readStanding } from './standing.js';
import { usageDrift } from './usage-drift.js';

let database: TestDatabase;
let admin: User;
let provider: AIProvider;
let model: AIModel;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  expect(await usageDrift(database.sequelize)).toMatchObject({ months: 0, settings: 0 });
  await database.close();
});
beforeEach(async () => {
  admin = await buildUser();
  provider = await buildProvider({ allowSharedForNormalAdmins: true });
  model = await buildModel(provider, { modelId: 'm-1', pricingInput: '1' });
});

const reserve = (requestId: string = randomUUID()) =>
  reserveUsage(admin, { provider: provider.slug, model: 'm-1', requestId });
const stamp = async () =>
  (await readStanding(database.sequelize, { adminId: admin.id, provider: provider.slug, model: 'm-1' })).decisionStamp;
const revision = () => readState(database.sequelize, 'decision_revision');
const run = (sql: string) => database.sequelize.query(sql, { bind: { a: admin.id, p: provider.id, m: model.id } });

/** By SQL, so that no code of ours is needed for it: one statement for every column that decides. */
const deciding = [
  'update users set is_active = not is_active where id = $a',
  'update users set is_superuser = true where id = $a',
  'update users set is_admin_full = true where id = $a',
  'update ai_providers set is_active = not is_active where id = $p',
  'update ai_providers set public_id = gen_random_uuid() where id = $p',
  "update ai_providers set slug = slug || '-2' where id = $p",
  'update ai_providers set allow_personal_keys = not allow_personal_keys where id = $p',
  'update ai_providers set allow_shared_for_normal_admins = false where id = $p',
  "update ai_providers set shared_api_key = '' where id = $p",
  "update ai_providers set shared_api_key_binding = 'moved' where id = $p",
  "update ai_models set model_id = 'm-2' where id = $m",
  'update ai_models set pricing_input = 2 where id = $m',
  'update ai_models set pricing_output = 2 where id = $m',
  `update ai_models set config = '{"pricing": {"scheduled": []}}' where id = $m`,
  'delete from ai_models where id = $m',
  "insert into ai_models (public_id, provider_id, name, model_id, display_name, capabilities, created_at, updated_at) select gen_random_uuid(), $p, 'new', 'new', 'new', '[]', now(), now()",
];
const ofTheRow = [
  'public_id = gen_random_uuid()',
  'use_shared_api = not use_shared_api',
  "personal_api_key = 'sealed'",
  "personal_api_key_binding = 'moved'",
  "monthly_limit = 5, raised_limit = 9, raised_until = now() + interval '1 day'",
];

describe('the revision of what decides', () => {
  it.each(deciding)('is renewed by %s', async (sql) => {
    const before = await revision();
    await run(sql);
    expect(await revision()).not.toBe(before);
  });

  it.each([
    "update users set name = 'Another' where id = $a",
    'update users set is_active = is_active where id = $a',
    'update ai_providers set total_requests = total_requests + 1, last_used_at = now() where id = $p',
    "update ai_providers set display_name = 'Another', sort_order = 9 where id = $p",
    "update ai_models set display_name = 'Another', is_active = false, total_requests = 9 where id = $m",
  ])('stays with %s', async (sql) => {
    const before = await revision();
    await run(sql);
    expect(await revision()).toBe(before);
  });

  it('is renewed once by all that one transaction changes, and not by what it takes back', async () => {
    const before = await revision();
    const seen = await database.sequelize.transaction(async () => {
      await run('update ai_models set pricing_input = 2 where id = $m');
      await run('set constraints all immediate');
      const first = await revision();
      await run('update users set is_superuser = true where id = $a');
      return [first, await revision()];
    });
    expect(seen[0]).not.toBe(before);
    expect(seen[1]).toBe(seen[0]);
    expect(await revision()).toBe(seen[0]);
    const failing = database.sequelize.transaction(async () => {
      await run('update users set is_superuser = false where id = $a');
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await revision()).toBe(seen[0]);
  });
});

describe('the fingerprint of a decision', () => {
  it.each(ofTheRow)('is another one after %s', async (change) => {
    await reserve();
    const before = await stamp();
    await run(`update admin_provider_settings set ${change} where admin_id = $a`);
    expect(await stamp()).not.toBe(before);
  });

  it('is the same after requests were counted', async () => {
    await reserve();
    const before = await stamp();
    await Promise.all([reserve(), reserve(), reserve()]);
    expect(await stamp()).toBe(before);
  });
});

describe('a decision that is remembered', () => {
  it('is not made on what a transaction took back', async () => {
    await reserve();
    const failing = database.sequelize.transaction(async () => {
      await provider.update({ allowSharedForNormalAdmins: false });
      await expect(reserve()).rejects.toMatchObject({ reason: 'SHARED_KEY_NOT_ALLOWED' });
      await model.update({ pricingInput: '50' });
      await admin.update({ isSuperuser: true });
      await reserve('at another price');
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    const call = { provider: provider.slug, model: 'm-1', requestId: 'after', status: 'ok', inputTokens: 1_000_000 };
    await expect(recordUsage(admin, call)).resolves.toMatchObject({ cost: '1.0000000000' });
  });

  it('is not one that a transaction allowed and took back', async () => {
    await provider.update({ allowSharedForNormalAdmins: false });
    const failing = database.sequelize.transaction(async () => {
      await provider.update({ allowSharedForNormalAdmins: true });
      await reserve();
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    await expect(reserve()).rejects.toMatchObject({ reason: 'SHARED_KEY_NOT_ALLOWED' });
  });

  it('ends with the model whose price it knew', async () => {
    await reserve();
    await model.destroy();
    const call = { provider: provider.slug, model: 'm-1', requestId: 'later', status: 'ok', inputTokens: 10 };
    await expect(recordUsage(admin, call)).resolves.toMatchObject({ cost: null });
    await buildModel(provider, { modelId: 'm-1', pricingInput: '3' });
    await expect(recordUsage(admin, { ...call, requestId: 'again' })).resolves.toMatchObject({ cost: '0.0000300000' });
  });
});

// Embedded data has one connection: nobody waits for anybody there.
describe.runIf(process.env.TEST_DATABASE_URL)('with several connections', () => {
  it('lets nobody wait for a change that is not committed', async () => {
    const gate = deferred<undefined>();
    const changed = deferred<undefined>();
    const slow = database.sequelize.transaction(async () => {
      await provider.update({ allowPersonalKeys: false });
      changed.resolve(undefined);
      await gate.promise;
    });
    await changed.promise;
    const other = await buildProvider();
    await other.update({ isActive: false });
    await reserve();
    gate.resolve(undefined);
    await slow;
  });

  it('tells of a request id that another transaction was writing what became of it', async () => {
    await reserve();
    const gate = deferred<undefined>();
    const written = deferred<undefined>();
    const other = database.sequelize.transaction(async () => {
      await reserve('contested');
      written.resolve(undefined);
      await gate.promise;
    });
    await written.promise;
    const [contested, ...others] = [reserve('contested'), reserve(), reserve()];
    gate.resolve(undefined);
    await other;
    await expect(contested).resolves.toMatchObject({ requestId: 'contested' });
    await Promise.all(others);
    const [[row]] = await run('select total_requests::int as counted from admin_provider_settings where admin_id = $a');
    expect(row).toEqual({ counted: 4 });
  });
});
