/** Exact: decimals, with the price that the row was stamped with. `l` is the ledger's row, `f` what was told of it. */
const cost = `case
      when f.input_tokens is null and f.output_tokens is null then null
      when (f.input_tokens > 0 and l.price_input is null) or (f.output_tokens > 0 and l.price_output is null) then null
      else round((coalesce(f.input_tokens, 0) * coalesce(l.price_input, 0)
        + coalesce(f.output_tokens, 0) * coalesce(l.price_output, 0)) * 0.000001, 10)
    end`;

const settled = `update usage_ledger l set state = 'settled', settled_at = f.at, status = f.status, latency_ms = f.latency_ms,
    input_tokens = f.input_tokens, output_tokens = f.output_tokens, cost = ${cost}`;

/** Settles one request in the plain case: it is reserved. Any other gives no row. */
export const settleOnePlain = {
  name: 'ai_providers_usage_settle_one',
  text: `
${settled}
from (
  select $3::varchar as status, $4::bigint as input_tokens, $5::bigint as output_tokens, $6::int as latency_ms,
    $7::timestamptz as at
) f
where l.admin_id = $1 and l.request_id = $2 and l.state = 'reserved'
returning l.cost`,
};

/**
 * The same for several requests at once, each named once. Rows are locked as they were named: two that settle the same
 * requests at once may each wait for the other, and then one of them starts again in the form for every case.
 */
export const settleManyPlain = {
  name: 'ai_providers_usage_settle_many',
  text: `
${settled}
from (
  select * from unnest($1::bigint[], $2::varchar[], $3::varchar[], $4::bigint[], $5::bigint[], $6::int[], $7::timestamptz[])
  as w (admin_id, request_id, status, input_tokens, output_tokens, latency_ms, at) limit $8
) f
where l.admin_id = f.admin_id and l.request_id = f.request_id and l.state = 'reserved'
returning l.admin_id as "adminId", l.request_id as "requestId", l.cost`,
};

/**
 * Settles several requests in one statement, whatever has become of them. Rows are locked in the order of their ids; a
 * row that is settled already keeps what it holds. A late one meets the roll-up at its row in `usage_pending`: that is
 * still there, or its expiry has been rolled up and is to be taken back. Tokens are at most a thousand million, as the
 * contract says: a float holds them exactly.
 */
export const settleStatement = {
  name: 'ai_providers_usage_settle',
  text: `
with wanted as (
  select * from unnest($1::bigint[], $2::varchar[], $3::varchar[], $4::bigint[], $5::bigint[], $6::int[],
    $7::timestamptz[], $8::boolean[])
  with ordinality as w(admin_id, request_id, status, input_tokens, output_tokens, latency_ms, at, is_first, ord) limit $9
), found as materialized (
  select w.ord, w.is_first, w.status as told_status, w.input_tokens as told_input, w.output_tokens as told_output,
    w.latency_ms as told_latency, w.at, l.*
  from wanted w join usage_ledger l on l.admin_id = w.admin_id and l.request_id = w.request_id
  order by l.id for update of l
), changed as (
  ${settled}
  from (
    select id, at, told_status as status, told_input as input_tokens, told_output as output_tokens,
      told_latency as latency_ms
    from found where is_first and state in ('reserved', 'expired')
  ) f where l.id = f.id
  returning l.id, l.status, l.latency_ms, l.input_tokens, l.output_tokens, l.cost, l.settled_at
), late as (
  insert into usage_pending (ledger_id, expires_at, rolled_expired)
  select id, expires_at, true from found where state = 'expired' and is_first order by id
  on conflict (ledger_id) do update set expires_at = excluded.expires_at
)
select ord, state as before, null::bigint as id, id as found_id, status, latency_ms as "latencyMs",
  input_tokens::float8 as "inputTokens", output_tokens::float8 as "outputTokens", cost, settled_at as "settledAt" from found
union all
select null, null, id, null, status, latency_ms, input_tokens::float8, output_tokens::float8, cost, settled_at from changed`,
};

/**
 * Refunds several requests in one statement. The settings rows are locked before the ledger's, as an admission and a
 * reset do. A request counts back in its own month, and only where no reset has taken it out of the count already.
 */
export const refundStatement = {
  name: 'ai_providers_usage_refund',
  text: `
with wanted as (
  select * from unnest($1::bigint[], $2::varchar[], $3::timestamptz[], $4::boolean[])
  with ordinality as w(admin_id, request_id, at, is_first, ord) limit $5
), target as materialized (
  select w.ord, w.at, l.id, l.admin_id, l.provider_id
  from wanted w join usage_ledger l on l.admin_id = w.admin_id and l.request_id = w.request_id
), account as materialized (
  select s.id, s.admin_id, s.provider_id, s.usage_period, s.usage_resets from admin_provider_settings s
  where (s.admin_id, s.provider_id) in (select admin_id, provider_id from target)
  order by s.id for update
), found as materialized (
  select t.ord, t.at, l.id, l.state, l.admin_id, l.provider_id, l.period, l.resets, l.settled_at
  from target t join usage_ledger l on l.id = t.id
  where (select count(*) from account) >= 0
  order by l.id for update of l
), changed as (
  update usage_ledger l set state = 'refunded', settled_at = f.at,
    amount = case
      when f.period = a.usage_period and f.resets < a.usage_resets then 1
      when exists (select from usage_ledger r where r.amount < 0 and r.admin_id = f.admin_id
        and r.provider_id = f.provider_id and r.period = f.period and r.resets >= f.resets) then 1
      else 0
    end
  from found f left join account a on a.admin_id = f.admin_id and a.provider_id = f.provider_id
  where l.id = f.id and f.state = 'reserved'
  returning l.id, l.admin_id, l.provider_id, l.period, l.amount, l.settled_at
), given as (
  update admin_provider_settings s set total_requests = s.total_requests - c.refunds,
    monthly_usage = s.monthly_usage - least(s.monthly_usage, c.given)
  from (
    select a.id, count(*) as refunds, (count(*) filter (where c.amount = 0 and c.period = a.usage_period))::int as given
    from changed c join account a on a.admin_id = c.admin_id and a.provider_id = c.provider_id group by a.id
  ) c where s.id = c.id
)
select ord, state as before, null::bigint as id, id as found_id, settled_at as "settledAt" from found
union all
select null, null, id, null, settled_at from changed`,
};
