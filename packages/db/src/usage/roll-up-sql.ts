import { latencyBuckets, latencyColumns } from './latency.js';

/** The sums of one selection of facts by everything that a rollup's row is named by; ends with `summedBy`. */
export const summed = `
  select hour, provider_id, max(provider_slug) as provider_slug, coalesce(admin_id, 0) as admin_id, model_name, key_source,
    outcome, status, sum(n) as requests, sum(n * input_tokens) as input_tokens, sum(n * output_tokens) as output_tokens,
    sum(n * cost) as cost, sum(n * latency_ms) as latency_sum, sum(n * timed) as latency_count,
    ${latencySums()}`;

export const summedBy = 'group by hour, provider_id, coalesce(admin_id, 0), model_name, key_source, outcome, status';

function latencySums(): string {
  const isIn = latencyBuckets('latency_ms', 'timed');
  return latencyColumns.map((column, index) => `sum(n * ${isIn[index]}) as ${column}`).join(', ');
}

const names = 'provider_id, admin_id, model_name, key_source, outcome, status';
/** What a sum holds, as its columns are called. */
export const figures: readonly string[] = [
  'requests',
  'input_tokens',
  'output_tokens',
  'cost',
  'latency_sum',
  'latency_count',
  ...latencyColumns,
];
/** The sums of sums. */
export const summedAgain = figures.map((figure) => `sum(${figure}) as ${figure}`).join(', ');
const columns = `provider_id, provider_slug, admin_id, model_name, key_source, outcome, status, ${figures.join(', ')}`;

export const rollupColumns = `hour, ${columns}`;
export const rollupKey = `hour, ${names}`;
export const dayColumns = `day, ${columns}`;
export const dayKey = `day, ${names}`;

/** The sums of rollups by the day in UTC. */
export const summedByDay = `
  select date_trunc('day', hour, 'UTC') as day, provider_id, max(provider_slug) as provider_slug, admin_id, model_name,
    key_source, outcome, status, ${summedAgain}`;

/** Adds to rollups that may exist. */
export const addToRollup = adding('usage_rollups', rollupKey);
/** Adds to days that may exist. */
export const addToDay = adding('usage_days', dayKey);

function adding(table: string, key: string): string {
  const sums = figures.map((figure) => `${figure} = ${table}.${figure} + excluded.${figure}`);
  return `on conflict (${key}) do update set ${sums.join(', ')}`;
}

/**
 * What the totals and rollups hold of the ledger: all that is not pending. A request that was settled after its expiry
 * had been rolled up is held as expired until the roll-up takes that back and adds what it became.
 */
export const heldFacts = `(
  select 1 as n, hour, provider_id, provider_slug, admin_id, model_id, model_name, key_source, outcome, status,
    input_tokens, output_tokens, cost, latency_ms, timed
  from usage_facts left join usage_pending on ledger_id = id where ledger_id is null
  union all
  select 1, hour, provider_id, provider_slug, admin_id, model_id, model_name, key_source, 'expired', '', 0, 0,
    0, 0, 0
  from usage_pending join usage_facts on id = ledger_id where rolled_expired
)`;

/** Only one process rolls up or recounts; the others leave it to that one. */
export const rollUpLock = 7_230_114_003;
/** Shared by whoever adds to totals and rollups directly, exclusive for the recount. */
export const totalsLock = 7_230_114_004;
/** Held by who prunes the ledger, and by the recount. */
export const pruneLock = 7_230_114_005;

/** Before this moment the ledger has been pruned, and the rollups are the record. Midnight in UTC. */
export const rawFrom = `(select coalesce(max(value::timestamptz), '-infinity') from system_state where key = 'usage_raw_from')`;

/**
 * What the rollups should hold: the sums of the ledger, and before `rawFrom` what they do hold.
 * @param held the name of `heldFacts` in the statement
 */
export const expectedHours = (held: string): string => `
  select ${rollupColumns} from (
    ${summed} from ${held} where hour >= ${rawFrom}
    ${summedBy}
  ) raw
  union all
  select ${rollupColumns} from usage_rollups where hour < ${rawFrom}`;
