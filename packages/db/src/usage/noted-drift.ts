import type { Sequelize } from 'sequelize';
import { z } from 'zod';
import { portsOf } from '../ports.js';
import { readState, writeState } from '../system-state.js';
import { usageDrift } from './usage-drift.js';

const noted = z.object({
  rows: z.int(),
  checkedAt: z.iso.datetime(),
  /** How long it took. */
  tookMs: z.number().default(0),
});
/** What the last comparison of the counters with the ledger found. */
export type NotedDrift = z.infer<typeof noted>;

const freshMs = 60 * 60_000;
/** A large ledger is compared less often: this many times as long as it takes lies between two comparisons. */
const rest = 200;

/**
 * Compares the counters with the ledger and notes how many differ, unless that was done within the last hour, by
 * whatever instance: the comparison reads the whole ledger. @returns whether it compared
 */
export async function noteUsageDrift(sequelize: Sequelize): Promise<boolean> {
  const now = portsOf(sequelize).now();
  const last = await notedDrift(sequelize);
  if (last && now.getTime() < Date.parse(last.checkedAt) + Math.max(freshMs, last.tookMs * rest)) return false;
  const started = performance.now();
  const drift = await usageDrift(sequelize);
  const tookMs = Math.round(performance.now() - started);
  const rows = Object.values<number>({ ...drift }).reduce((sum, count) => sum + count, 0);
  await writeState(sequelize, 'usage_drift', JSON.stringify({ rows, checkedAt: now.toISOString(), tookMs }));
  return true;
}

/** Null until the first comparison. */
export async function notedDrift(sequelize: Sequelize): Promise<NotedDrift | null> {
  const text = await readState(sequelize, 'usage_drift');
  return text === null ? null : noted.parse(JSON.parse(text));
}
