const bounds = [
  100, 150, 225, 338, 506, 759, 1139, 1709, 2563, 3844, 5767, 8650, 12975, 19462, 29193, 43789, 65684, 98526, 147789,
];
const latencies = [...bounds.map((bound) => `latency_to_${bound}`), 'latency_above'];
const counted = latencies.map((column, index) => {
  const within = [
    index > 0 && `latency_ms > ${bounds[index - 1]}`,
    index < bounds.length && `latency_ms <= ${bounds[index]}`,
  ];
  return `count(*) filter (where timed = 1 and ${within.filter(Boolean).join(' and ')}) as ${column}`;
});
const sums = ['requests', 'input_tokens', 'output_tokens', 'cost', 'latency_sum', 'latency_count', ...latencies];
const names = 'provider_id, admin_id, model_name, key_source, outcome, status';
const columns = `provider_id, provider_slug, admin_id, model_name, key_source, outcome, status, ${sums.join(', ')}`;
const rawFrom = `(select coalesce(max(value::timestamptz), '-infinity') from system_state where key = 'usage_raw_from')`;

/**
 * Sums of failures by the status that was told of each, so that 401, 429 and 500 can be told apart. What the ledger still
 * holds is summed again; of failures that were pruned from it before, no sum knows the status. Requests go on meanwhile:
 * no admission and no settlement writes here, and what waits for the roll-up is added when this is done.
 */
export const up = `
create or replace view usage_facts as
select id, admin_id, provider_id, provider_slug, model_id, coalesce(model_name, '') as model_name,
  coalesce(key_source, '') as key_source, reserved_at, date_trunc('hour', reserved_at, 'UTC') as hour,
  usage_outcome(state, status) as outcome,
  coalesce(input_tokens, 0) as input_tokens, coalesce(output_tokens, 0) as output_tokens, coalesce(cost, 0) as cost,
  coalesce(latency_ms, 0) as latency_ms, (latency_ms is not null)::int as timed,
  (case when usage_outcome(state, status) = 'error' then status else '' end)::varchar as status
from usage_ledger
where state in ('reserved', 'settled', 'expired');

create or replace view usage_tail as
select hour, provider_id, provider_slug, coalesce(admin_id, 0) as admin_id, model_name, key_source,
  outcome::varchar as outcome, 1::bigint as requests, input_tokens, output_tokens, cost,
  latency_ms::bigint as latency_sum, timed::bigint as latency_count, status
from usage_pending join usage_facts on id = ledger_id
union all
select hour, provider_id, provider_slug, coalesce(admin_id, 0), model_name, key_source, 'expired'::varchar, -1::bigint,
  0::bigint, 0::bigint, 0::numeric, 0::bigint, 0::bigint, ''::varchar
from usage_pending join usage_facts on id = ledger_id where rolled_expired;

-- As the recount does, so that nothing is rolled up or pruned between the reading and the writing. Read first: the sums are
-- closed to readers only while they are written.
select pg_advisory_xact_lock(7230114003);
select pg_advisory_xact_lock(7230114005);
create temporary table told_failures on commit drop as
select hour, provider_id, max(provider_slug) as provider_slug, coalesce(admin_id, 0) as admin_id, model_name, key_source,
  outcome, status, count(*) as requests, sum(input_tokens) as input_tokens, sum(output_tokens) as output_tokens,
  sum(cost) as cost, sum(latency_ms) as latency_sum, sum(timed) as latency_count,
  ${counted.join(', ')}
from usage_facts left join usage_pending on ledger_id = id
where ledger_id is null and outcome = 'error' and hour >= ${rawFrom}
group by hour, provider_id, coalesce(admin_id, 0), model_name, key_source, outcome, status;

-- How a failed request ended, as it was told; '' for all others, and for failures that were summed before this was kept.
alter table usage_rollups drop constraint usage_rollups_pkey, add column status varchar(16) not null default '';
alter table usage_days drop constraint usage_days_pkey, add column status varchar(16) not null default '';

delete from usage_rollups where outcome = 'error' and hour >= ${rawFrom};
insert into usage_rollups (hour, ${columns}) select * from told_failures;

delete from usage_days where outcome = 'error';
insert into usage_days (day, ${columns})
select date_trunc('day', hour, 'UTC'), provider_id, max(provider_slug), admin_id, model_name, key_source, outcome, status,
  ${sums.map((sum) => `sum(${sum})`).join(', ')}
from usage_rollups where outcome = 'error' group by 1, ${names};

alter table usage_rollups add constraint usage_rollups_pkey primary key (hour, ${names});
alter table usage_days add constraint usage_days_pkey primary key (day, ${names});
`;
