import { decisionStamp } from './decision-stamp.js';
import { limitSql } from './limit-in-force.js';

type Count = Record<'month' | 'requests' | 'latest', string>;

const used = (month: string) => `case when s.usage_period = ${month} then s.monthly_usage else 0 end`;

const count = ({ month, requests, latest }: Count) =>
  `update admin_provider_settings s set monthly_usage = ${used(month)} + ${requests}, usage_period = ${month},
    total_requests = s.total_requests + ${requests}, last_used_at = greatest(s.last_used_at, ${latest})`;
/** No newer month has been counted, and the limit allows it; null is no limit, and room for everything. */
const hasRoom = ({ month, requests, latest }: Count) =>
  `coalesce(s.usage_period <= ${month}, true) and coalesce(${used(month)} + ${requests} <= ${limitSql('s', latest)}, true)`;

const isNew = (adminId: string, requestId: string) =>
  `not exists (select from usage_ledger l where l.admin_id = ${adminId} and l.request_id = ${requestId})`;

const insert = `insert into usage_ledger (public_id, admin_id, request_id, provider_id, provider_slug, model_id, model_name,
    key_source, state, period, amount, resets, reserved_at, expires_at, price_input, price_output, price_from)`;

const single = { month: '$14::date', requests: '1', latest: '$8::timestamptz' };

/**
 * Counts one request in the plain case: its decision stands, the month has room, and its id is new. Anything else
 * writes nothing, but for an id that somebody else is writing just now: that fails on its constraint. It gives no rows,
 * which saves time: how many it wrote, one or none, is the whole answer.
 */
export const admitOnePlain = {
  name: 'ai_providers_usage_admit_one',
  text: `
with counted as (
  ${count(single)}
  where s.id = $1 and ${decisionStamp} = $2 and ${hasRoom(single)} and ${isNew('s.admin_id', '$3')}
  returning s.admin_id, s.provider_id, s.usage_resets
), taken as (
  ${insert}
  select $13::uuid, admin_id, $3, provider_id, $4, $5::bigint, $6, $7, 'reserved', $14::date, 1, usage_resets,
    $8::timestamptz, $9::timestamptz, $10, $11, $12
  from counted
  returning id, expires_at
)
insert into usage_pending (ledger_id, expires_at) select id, expires_at from taken`,
};

const several = { month: '$15::date', requests: 'a.requests', latest: 'a.latest' };

/**
 * The same for several requests at once, each named once. A settings row takes all of its requests or, where their number
 * could pass its limit at the moment of the last of them, none of them: no limit of an earlier moment is lower. The rows
 * are locked first, in the order of their ids as everywhere: the join of the update takes them as they lie in the table
 * once that is small and analyzed, and a refund of two admins' requests meanwhile ended in a deadlock.
 * The planner takes each list for a single row, and would compare all requests with all settings rows one by one: a full
 * join it can only hash or merge. What it adds to a plain join, the last condition takes out.
 */
export const admitManyPlain = {
  name: 'ai_providers_usage_admit_many',
  text: `
with fresh as materialized (
  select * from (
    select * from unnest($1::bigint[], $2::bigint[], $3::varchar[], $4::varchar[], $5::bigint[], $6::varchar[], $7::varchar[],
      $8::timestamptz[], $9::timestamptz[], $10::numeric[], $11::numeric[], $12::date[], $13::bigint[], $14::uuid[]) as w
      (settings_id, stamp, request_id, slug, model_id, model_name, key_source, reserved_at, expires_at, price_input,
      price_output, price_from, admin_id, public_id) limit $16
  ) w where ${isNew('w.admin_id', 'w.request_id')}
), locked as (
  select s.id from admin_provider_settings s where s.id = any($1::bigint[]) order by s.id for no key update
), counted as (
  ${count(several)}
  from (
    select settings_id, stamp, count(*)::int as requests, max(reserved_at) as latest from fresh
    group by settings_id, stamp
  ) a where (select count(*) from locked) >= 0 and s.id = a.settings_id and ${decisionStamp} = a.stamp
    and ${hasRoom(several)}
  returning s.id, a.stamp, s.provider_id, s.usage_resets
), taken as (
  ${insert}
  select w.public_id, w.admin_id, w.request_id, a.provider_id, w.slug, w.model_id, w.model_name, w.key_source, 'reserved',
    $15::date, 1, a.usage_resets, w.reserved_at, w.expires_at, w.price_input, w.price_output, w.price_from
  from fresh w full join counted a on a.id = w.settings_id and a.stamp = w.stamp
  where coalesce(w.settings_id, 0) > 0 and coalesce(a.id, 0) > 0
  returning id, admin_id, request_id, expires_at
), queued as (
  insert into usage_pending (ledger_id, expires_at) select id, expires_at from taken
)
select admin_id as "adminId", request_id as "requestId" from taken`,
};
