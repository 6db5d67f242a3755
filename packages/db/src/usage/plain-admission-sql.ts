import { accountStamp, modelStamp } from './facts-sql.js';
import { limitSql } from './limit-in-force.js';

/** What a settings row counts in the caller's month, or in a newer one. */
const used = (month: string) => `case when s.usage_period >= ${month} then s.monthly_usage else 0 end`;

const account = (month: string) =>
  `s.id, s.admin_id, s.provider_id, p.slug, s.usage_resets, greatest(s.usage_period, ${month}) as period`;

/** No limit gives null, and room for everything. */
const hasRoom = (month: string, requests: string, moment: string) =>
  `coalesce(${used(month)} + ${requests} <= ${limitSql('s', moment)}, true)`;

/** A model that the registry did not know must not have come into it; one that it knew is found by its id. */
const modelOf = (provider: string, id: string, name: string) =>
  `ai_models m on m.id = coalesce(${id}, (select id from ai_models where provider_id = ${provider} and model_id = ${name}))`;

const insert = `insert into usage_ledger (admin_id, request_id, provider_id, provider_slug, model_id, model_name, key_source,
    state, period, amount, resets, reserved_at, expires_at, price_input, price_output, price_from)`;

/** Counts in the rows that were locked: `t` says how many requests were taken, and when the last of them came. */
const count = (month: string) => `update admin_provider_settings s set monthly_usage = ${used(month)} + t.added,
    usage_period = greatest(s.usage_period, ${month}), total_requests = s.total_requests + t.added,
    last_used_at = greatest(s.last_used_at, t.last_used_at)`;

/**
 * Counts one request in the plain case: its decision stands, the month has room, and its id is new. Anything else
 * writes nothing and gives no row. The same locks in the same order as the statement for every case, and half its time.
 */
export const admitOnePlain = {
  name: 'ai_providers_usage_admit_one',
  text: `
with account as materialized (
  select ${account('$12::date')}
  from admin_provider_settings s join ai_providers p on p.id = s.provider_id join users u on u.id = s.admin_id
    left join ${modelOf('p.id', '$4::bigint', '$5')}
  where s.id = $1 and ${accountStamp} = $13 and ${modelStamp} = $2 and ${hasRoom('$12::date', '1', '$7::timestamptz')}
  for update of s
), taken as (
  ${insert}
  select admin_id, $3, provider_id, slug, $4, $5, $6, 'reserved', period, 1, usage_resets, $7::timestamptz, $8, $9, $10, $11
  from account
  on conflict (admin_id, request_id) do nothing
  returning id, admin_id, request_id, expires_at, period, 1 as added, reserved_at as last_used_at
), queued as (
  insert into usage_pending (ledger_id, expires_at) select id, expires_at from taken
), counted as (
  ${count('$12::date')} from taken t where s.id = $1
)
select admin_id as "adminId", request_id as "requestId", period::text from taken`,
};

/**
 * The same for several requests at once. A settings row takes all of its requests or, where their number could pass its
 * limit at the moment of the last of them, none of them: no limit of an earlier moment is lower.
 */
export const admitManyPlain = {
  name: 'ai_providers_usage_admit_many',
  text: `
with account as materialized (
  select ${account('$12::date')}
  from (select * from unnest($13::bigint[], $14::bigint[], $15::int[], $17::timestamptz[]) as a (id, stamp, requests, latest)
    limit $16) a
    join admin_provider_settings s on s.id = a.id join ai_providers p on p.id = s.provider_id join users u on u.id = s.admin_id
  where ${accountStamp} = a.stamp and ${hasRoom('$12::date', 'a.requests', 'a.latest')}
  order by s.id for update of s
), taken as (
  ${insert}
  select a.admin_id, w.request_id, a.provider_id, a.slug, w.model_id, w.model_name, w.key_source, 'reserved', a.period, 1,
    a.usage_resets, w.reserved_at, w.expires_at, w.price_input, w.price_output, w.price_from
  from (
    select * from unnest($1::bigint[], $2::bigint[], $3::varchar[], $4::bigint[], $5::varchar[], $6::varchar[],
      $7::timestamptz[], $8::timestamptz[], $9::numeric[], $10::numeric[], $11::date[]) as w (settings_id, model_stamp,
      request_id, model_id, model_name, key_source, reserved_at, expires_at, price_input, price_output, price_from) limit $16
  ) w join account a on a.id = w.settings_id left join ${modelOf('a.provider_id', 'w.model_id', 'w.model_name')}
  where ${modelStamp} = w.model_stamp
  order by a.admin_id, w.request_id
  on conflict (admin_id, request_id) do nothing
  returning id, admin_id, request_id, provider_id, expires_at, period, reserved_at
), queued as (
  insert into usage_pending (ledger_id, expires_at) select id, expires_at from taken
), counted as (
  ${count('$12::date')}
  from (
    select admin_id, provider_id, count(*)::int as added, max(reserved_at) as last_used_at
    from taken group by admin_id, provider_id
  ) t where s.admin_id = t.admin_id and s.provider_id = t.provider_id
)
select admin_id as "adminId", request_id as "requestId", period::text from taken`,
};
