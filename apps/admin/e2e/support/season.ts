import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Ninety days of requests up to now, the same ones every time: of every admin, to every provider and most of its models,
 * busier from week to week and quiet on two days of each. Providers are unlike in speed; some requests fail, a few
 * expire, and a quarter is paid with keys of one's own.
 */
const season = `
update ai_providers set sort_order = 100 where slug in ('mistral', 'xai');
create function pg_temp.chance(n bigint, question text) returns float8 immutable language sql as $$
  select ('x' || substr(md5(n || question), 1, 8))::bit(32)::bigint / 4294967296.0
$$;
insert into ai_models (provider_id, name, model_id, display_name, capabilities, pricing_input, pricing_output, context_window)
select p.id, 'Season ' || n, 'season/' || n, 'Season ' || n, '["chat"]', n / 100.0, n / 50.0, 1000 * n
from ai_providers p, generate_series(1, 20) n where p.slug = 'mistral';
with admins as (
  select id, row_number() over (order by id) - 1 as place, count(*) over () as many from users
), providers as (
  select id, slug, row_number() over (order by id) - 1 as place, count(*) over () as many from ai_providers
), models as (
  select id, provider_id, model_id, coalesce(pricing_input, 1) as price_input, coalesce(pricing_output, 4) as price_output,
    row_number() over (partition by provider_id order by id) - 1 as place,
    least(4, count(*) over (partition by provider_id)) as many
  from ai_models
), times as (
  select row_number() over (order by back, i) as n, back
  from generate_series(0, 89) back, lateral generate_series(1, (36 - back / 3) / case when back % 7 < 2 then 3 else 1 end) i
), requests as materialized (
  select n, now() - interval '1 minute' - (back + pg_temp.chance(n, 'hour')) * interval '1 day' as at,
    power(pg_temp.chance(n, 'admin'), 1.5) as admin, power(pg_temp.chance(n, 'provider'), 1.8) as provider,
    pg_temp.chance(n, 'model') as model, pg_temp.chance(n, 'fate') as fate,
    case when pg_temp.chance(n, 'source') < 0.25 then 'personal' else 'shared' end as key_source,
    (300 * power(60, pg_temp.chance(n, 'input')))::bigint as input, (80 * power(40, pg_temp.chance(n, 'output')))::bigint as output,
    power(20, pg_temp.chance(n, 'latency')) as slowness
  from times
), written as (
  insert into usage_ledger (admin_id, request_id, provider_id, provider_slug, model_id, model_name, key_source, state, period,
    amount, reserved_at, expires_at, settled_at, status, latency_ms, input_tokens, output_tokens, price_input, price_output, cost)
  select a.id, 'season-' || n, p.id, p.slug, m.id, m.model_id, key_source, case when fate < 0.01 then 'expired' else 'settled' end,
    date_trunc('month', at at time zone 'UTC')::date, 1, at, at + interval '15 minutes', case when fate >= 0.01 then at end,
    case when fate < 0.01 then null when fate < 0.04 then '500' when fate < 0.07 then '429' else '200' end,
    case when fate >= 0.01 then (120 + 60 * p.place) * slowness end,
    case when fate >= 0.07 then input end, case when fate >= 0.07 then output end, m.price_input, m.price_output,
    case when fate >= 0.07 then (input * m.price_input + output * m.price_output) / 1000000 end
  from requests
    join admins a on a.place = floor(a.many * admin)
    join providers p on p.place = floor(p.many * provider)
    left join models m on m.provider_id = p.id and m.place = floor(m.many * model)
  returning id, expires_at
)
insert into usage_pending (ledger_id, expires_at) select id, expires_at from written;
insert into admin_provider_settings (admin_id, provider_id, usage_period)
select admin_id, provider_id, date_trunc('month', now() at time zone 'UTC')::date from usage_ledger group by admin_id, provider_id
on conflict (admin_id, provider_id) do update set usage_period = excluded.usage_period;`;

const script = `import { openData, recountUsage, rollUpUsage } from '@ai-providers/db';
const [, DATA_DIR, sql] = process.argv;
const log = { info() {}, warn: console.error, error: console.error };
const { database } = await openData({ DATA_DIR, SECRET_KEY_FALLBACKS: [] }, log);
await database.sequelize.query(sql);
await rollUpUsage(database.sequelize);
await recountUsage(database.sequelize);
await database.close();`;

/** Gives an installation a past: straight into its data, and summed as the server itself sums. Its server must be stopped. */
export async function writeSeason(dataDir: string): Promise<void> {
  const packageOfData = join(import.meta.dirname, '../../../../packages/db');
  await run(process.execPath, ['--input-type=module', '-e', script, dataDir, season], { cwd: packageOfData });
}
