import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from './log.js';
import { migrate, pendingMigrations } from './migrate.js';
import { migrations } from './migrations/index.js';
import { openTestDatabase, type TestDatabase } from './testing/test-database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const select = <T extends object>(sql: string) => database.sequelize.query<T>(sql, { type: QueryTypes.SELECT });

describe('migrate', () => {
  it('runs nothing twice', async () => {
    expect(await migrate(database.sequelize, silentLog)).toEqual([]);
    expect(await pendingMigrations(database.sequelize)).toEqual([]);
  });

  it('undoes a failing migration whole, and the next run succeeds once it is mended', async () => {
    const bad = [
      ...migrations,
      { name: '9998-good', up: 'create table good (id int)' },
      { name: '9999-bad', up: 'create table half (id int); select nonsense' },
    ];
    await expect(migrate(database.sequelize, silentLog, bad)).rejects.toThrow();
    expect(await select("select 1 from pg_tables where tablename in ('good', 'half')")).toEqual([]);
    expect(await migrate(database.sequelize, silentLog, bad.slice(0, -1))).toEqual(['9998-good']);
  });

  it('makes every index of the specification', async () => {
    const rows = await select<{ indexdef: string }>("select indexdef from pg_indexes where schemaname = 'public'");
    const indexes = rows.map(({ indexdef }) => indexdef.replace(/^.* ON public\./, ''));
    for (const expected of [
      'ai_providers USING btree (slug, is_active)',
      'ai_providers USING btree (is_active, sort_order)',
      'ai_providers USING btree (allow_shared_for_normal_admins)',
      'ai_providers USING btree (sort_order)',
      'ai_models USING btree (provider_id, is_active)',
      'ai_models USING btree (is_active, sort_order)',
      'ai_models USING btree (name)',
      'ai_models USING gin (capabilities)',
      'ai_models USING btree (provider_id, model_id)',
      'admin_provider_settings USING btree (admin_id, provider_id)',
      'admin_provider_settings USING btree (admin_id, is_active)',
      'admin_provider_settings USING btree (use_shared_api)',
    ]) {
      expect(indexes).toContain(expected);
    }
  });

  it('names every constraint by hand', async () => {
    const rows = await select<{ conname: string }>(
      "select conname from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n' and conname ~ '[0-9]$'",
    );
    expect(rows).toEqual([]);
  });
});
