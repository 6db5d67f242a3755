/** The sums of one selection of facts by everything that a rollup's row is named by. */
export const summed = `
  select hour, provider_id, max(provider_slug) as provider_slug, coalesce(admin_id, 0) as admin_id, model_name, key_source,
    outcome, sum(n) as requests, sum(n * input_tokens) as input_tokens, sum(n * output_tokens) as output_tokens,
    sum(n * cost) as cost, sum(n * latency_ms) as latency_sum, sum(n * timed) as latency_count`;

export const rollupColumns = `hour, provider_id, provider_slug, admin_id, model_name, key_source, outcome, requests,
  input_tokens, output_tokens, cost, latency_sum, latency_count`;

export const rollupKey = 'hour, provider_id, admin_id, model_name, key_source, outcome';

/** Adds to rollups that may exist. */
export const addToRollup = `on conflict (${rollupKey}) do update set
  requests = usage_rollups.requests + excluded.requests,
  input_tokens = usage_rollups.input_tokens + excluded.input_tokens,
  output_tokens = usage_rollups.output_tokens + excluded.output_tokens, cost = usage_rollups.cost + excluded.cost,
  latency_sum = usage_rollups.latency_sum + excluded.latency_sum,
  latency_count = usage_rollups.latency_count + excluded.latency_count`;

/**
 * What the totals and rollups hold of the ledger: all that is not pending. A request that was settled after its expiry
 * had been rolled up is held as expired until the roll-up takes that back and adds what it became.
 */
export const heldFacts = `(
  select 1 as n, hour, provider_id, provider_slug, admin_id, model_id, model_name, key_source, outcome, input_tokens,
    output_tokens, cost, latency_ms, timed
  from usage_facts left join usage_pending on ledger_id = id where ledger_id is null
  union all
  select 1, hour, provider_id, provider_slug, admin_id, model_id, model_name, key_source, 'expired', 0, 0, 0, 0, 0
  from usage_pending join usage_facts on id = ledger_id where rolled_expired
)`;

/** Only one process rolls up or recounts; the others leave it to that one. */
export const rollUpLock = 7_230_114_003;
/** Shared by whoever adds to totals and rollups directly, exclusive for the recount. */
export const totalsLock = 7_230_114_004;
