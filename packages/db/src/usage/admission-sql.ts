import { decisionStamp } from './decision-stamp.js';
import { limitSql } from './limit-in-force.js';

/**
 * Checks limits, counts and writes the ledger for several requests at once, in one statement.
 *
 * - The settings rows are locked first, in the order of their ids, and everything rests on what they hold then: with
 *   any number of processes no count passes its limit, and no two statements wait for each other in a circle.
 * - The snapshot is older than the locks. A request id that another process wrote meanwhile is met by the unique
 *   constraint and counts nothing; it has to ask again, and so has a request whose place in the line it took.
 * - A row whose period is newer than the caller's clock keeps that period: a clock set back resets nothing.
 * - Each request goes by the limit of its own moment. One that a later and lower limit kept from its place asks again.
 * - `limit` lets the planner expect one row, so that the plan it keeps goes by the indexes whatever the tables hold.
 */
export const admitStatement = {
  name: 'ai_providers_usage_admit',
  text: `
with wanted as (
  select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::varchar[], $5::bigint[], $6::varchar[], $7::numeric[],
    $8::numeric[], $9::date[], $10::varchar[], $11::varchar[], $12::timestamptz[], $13::timestamptz[], $14::boolean[])
    with ordinality as w(settings_id, admin_id, stamp, request_id, model_id, model_name, price_input, price_output,
    price_from, key_source, state, reserved_at, expires_at, is_first, ord)
  limit $15
), account as materialized (
  select s.id, s.provider_id, p.slug, s.use_shared_api, s.monthly_limit, s.raised_limit, s.raised_until, s.usage_resets,
    ${decisionStamp} as stamp,
    greatest(s.usage_period, $16::date) as period,
    case when s.usage_period >= $16::date then s.monthly_usage else 0 end as used
  from admin_provider_settings s join ai_providers p on p.id = s.provider_id
  where s.id = any($1::bigint[])
  order by s.id for update of s
), asked as (
  select w.*, a.provider_id, a.slug, a.use_shared_api, ${limitSql('a', 'w.reserved_at')} as allowed, a.usage_resets,
    a.period, a.used,
    l.id as known_id, l.provider_id as known_provider_id, l.model_name as known_model_name, l.state as known_state,
    l.key_source as known_source, l.period as known_period, l.reserved_at as known_at, l.expires_at as known_expires_at,
    a.id is not null and (w.stamp is null or w.stamp = a.stamp) as fits
  from wanted w
    left join account a on a.id = w.settings_id
    left join usage_ledger l on l.admin_id = w.admin_id and l.request_id = w.request_id
), placed as materialized (
  select *, case when known_id is null and fits and is_first
    then row_number() over (partition by settings_id, known_id is null and fits and is_first order by ord) end as place
  from asked
), taken as (
  insert into usage_ledger (admin_id, request_id, provider_id, provider_slug, model_id, model_name, key_source, state,
    period, amount, resets, reserved_at, expires_at, settled_at, price_input, price_output, price_from)
  select admin_id, request_id, provider_id, slug, model_id, model_name,
    coalesce(key_source, case when use_shared_api then 'shared' else 'personal' end), state, period, 1, usage_resets,
    reserved_at, expires_at, case when state = 'settled' then reserved_at end, price_input, price_output, price_from
  from placed
  where place is not null and (allowed is null or used + place <= allowed)
  order by admin_id, request_id
  on conflict (admin_id, request_id) do nothing
  returning id, admin_id, request_id, expires_at
), queued as (
  insert into usage_pending (ledger_id, expires_at) select id, expires_at from taken
), answered as materialized (
  select *, place is not null and (admin_id, request_id) in (select t.admin_id, t.request_id from taken t) as is_taken
  from placed
), counted as (
  update admin_provider_settings s set
    monthly_usage = case when s.usage_period >= $16::date then s.monthly_usage else 0 end + t.added,
    usage_period = greatest(s.usage_period, $16::date),
    total_requests = s.total_requests + t.added, last_used_at = greatest(s.last_used_at, t.last_used_at)
  from (
    select settings_id, count(*)::int as added, max(reserved_at) as last_used_at
    from answered where is_taken group by settings_id
  ) t where s.id = t.settings_id
)
select ord::int, known_id is not null as "isKnown", fits, is_taken as "isTaken", place::int, settings_id as "settingsId",
  allowed as "limit", used, coalesce(known_period, period)::text as period,
  coalesce(known_provider_id, provider_id) as "providerId", known_model_name as "modelName", known_state as state,
  coalesce(known_source, key_source) as source, coalesce(known_at, reserved_at) as "reservedAt",
  coalesce(known_expires_at, expires_at) as "expiresAt"
from answered`,
};
