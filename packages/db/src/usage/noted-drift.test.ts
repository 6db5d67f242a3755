import { afterAll, beforeAll, expect, it } from 'vitest';
import { readState, writeState } from '../system-state.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { notedDrift, noteUsageDrift } from './noted-drift.js';

const minute = 60_000;
let now = Date.parse('2026-11-25T10:00:00Z');
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ now: () => new Date(now) });
});
afterAll(() => database.close());

it('is compared once an hour, and after 200 times as long as it takes where that is longer', async () => {
  const { sequelize } = database;
  expect(await noteUsageDrift(sequelize)).toBe(true);
  now += 59 * minute;
  expect(await noteUsageDrift(sequelize)).toBe(false);
  now += minute;
  expect(await noteUsageDrift(sequelize)).toBe(true);
  const note = JSON.parse((await readState(sequelize, 'usage_drift')) ?? '') as object;
  await writeState(sequelize, 'usage_drift', JSON.stringify({ ...note, tookMs: minute }));
  now += 199 * minute;
  expect(await noteUsageDrift(sequelize)).toBe(false);
  now += minute;
  expect(await noteUsageDrift(sequelize)).toBe(true);
});

it('is read from a note without how long it took', async () => {
  const checkedAt = new Date(now).toISOString();
  await writeState(database.sequelize, 'usage_drift', JSON.stringify({ rows: 2, checkedAt }));
  expect(await notedDrift(database.sequelize)).toEqual({ rows: 2, checkedAt, tookMs: 0 });
});
