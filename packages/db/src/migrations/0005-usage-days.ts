/** The sums by the day, for long ranges; and what rows that were pruned from the ledger had added to the counters. */
export const up = `
create table usage_days (
  -- Midnight in UTC.
  day timestamptz not null,
  provider_id bigint not null,
  provider_slug varchar(100) not null,
  -- As in usage_rollups: 0 for nobody, '' for no model and for no key.
  admin_id bigint not null,
  model_name varchar(200) not null,
  key_source varchar(8) not null,
  outcome varchar(8) not null
    constraint usage_days_outcome_check check (outcome in ('ok', 'error', 'expired', 'open')),
  requests bigint not null,
  input_tokens bigint not null,
  output_tokens bigint not null,
  cost decimal(30, 10) not null,
  latency_sum bigint not null,
  latency_count bigint not null,
  constraint usage_days_pkey primary key (day, provider_id, admin_id, model_name, key_source, outcome)
) with (fillfactor = 80);
-- Today's rows are written again and again: room in their pages keeps that off the indexes.
create index usage_days_admin_id_day_idx on usage_days (admin_id, day);

insert into usage_days
select date_trunc('day', hour, 'UTC'), provider_id, max(provider_slug), admin_id, model_name, key_source, outcome,
  sum(requests), sum(input_tokens), sum(output_tokens), sum(cost), sum(latency_sum), sum(latency_count)
from usage_rollups group by 1, provider_id, admin_id, model_name, key_source, outcome;

-- How a request ended, in one word.
create function usage_outcome(state varchar, status varchar) returns text immutable language sql as $$
  select case
    when state = 'settled' then case when status is null or status in ('ok', 'success') or status ~ '^[123]' then 'ok' else 'error' end
    when state in ('expired', 'refunded') then state
    else 'open'
  end
$$;
create or replace view usage_facts as
select id, admin_id, provider_id, provider_slug, model_id, coalesce(model_name, '') as model_name,
  coalesce(key_source, '') as key_source, reserved_at, date_trunc('hour', reserved_at, 'UTC') as hour,
  usage_outcome(state, status) as outcome,
  coalesce(input_tokens, 0) as input_tokens, coalesce(output_tokens, 0) as output_tokens, coalesce(cost, 0) as cost,
  coalesce(latency_ms, 0) as latency_ms, (latency_ms is not null)::int as timed
from usage_ledger
where state in ('reserved', 'settled', 'expired');

-- What to add to the sums for the figures as of now: the requests that are not rolled up yet. Its types are those of the
-- rollups, to the letter: a condition on a union reaches the indexes of its parts only then.
create view usage_tail as
select hour, provider_id, provider_slug, coalesce(admin_id, 0) as admin_id, model_name, key_source,
  outcome::varchar as outcome, 1::bigint as requests, input_tokens, output_tokens, cost,
  latency_ms::bigint as latency_sum, timed::bigint as latency_count
from usage_pending join usage_facts on id = ledger_id
union all
select hour, provider_id, provider_slug, coalesce(admin_id, 0), model_name, key_source, 'expired'::varchar, -1::bigint,
  0::bigint, 0::bigint, 0::numeric, 0::bigint, 0::bigint
from usage_pending join usage_facts on id = ledger_id where rolled_expired;

drop view usage_hours;
create view usage_hours as
select hour, provider_id, provider_slug, admin_id, model_name, key_source, outcome, requests, input_tokens,
  output_tokens, cost, latency_sum, latency_count
from usage_rollups
union all
select hour, provider_id, provider_slug, admin_id, model_name, key_source, outcome, requests, input_tokens,
  output_tokens, cost, latency_sum, latency_count
from usage_tail;

-- The counters are sums of the ledger and of this.
create table usage_archive (
  -- 0 where a request was counted for a provider alone.
  admin_id bigint not null,
  provider_id bigint not null,
  -- 0 where the registry did not know the model.
  model_id bigint not null,
  -- The first day of the UTC month that the rows counted in.
  period date not null,
  used bigint not null,
  requests bigint not null,
  constraint usage_archive_pkey primary key (admin_id, provider_id, model_id, period)
);
`;
