import { QueryTypes, type Sequelize } from 'sequelize';
import { heldFacts, rollupColumns, rollupKey, summed } from './roll-up-sql.js';

/** How many rows of each kind of counter differ from the ledger. All are 0, or somebody wrote past this program. */
export interface UsageDrift {
  months: number;
  settings: number;
  providers: number;
  models: number;
  rollups: number;
}

/** Compares every counter with the ledger, as of one moment. Reads the whole ledger: for a command or once an hour. */
export async function usageDrift(sequelize: Sequelize): Promise<UsageDrift> {
  return sequelize.transaction(async () => {
    await sequelize.query('set local statement_timeout = 0');
    const [drift] = await sequelize.query<UsageDrift>(driftSql, { type: QueryTypes.SELECT });
    if (!drift) throw new Error('The drift gave no row');
    return drift;
  });
}

// A rollup that has come to 0 is as good as none.
const driftSql = `
with ledger as (
  select admin_id, provider_id, period, sum(amount) as used,
    count(*) filter (where state in ('reserved', 'settled', 'expired')) as requests
  from usage_ledger where admin_id is not null group by admin_id, provider_id, period
), held as materialized (select * from ${heldFacts} f)
select
  (select count(*)::int from admin_provider_settings s
   left join ledger l on l.admin_id = s.admin_id and l.provider_id = s.provider_id and l.period = s.usage_period
   where s.usage_period is not null and s.monthly_usage <> coalesce(l.used, 0)) as months,
  (select count(*)::int from admin_provider_settings s left join (
     select admin_id, provider_id, sum(requests) as requests from ledger group by admin_id, provider_id
   ) l on l.admin_id = s.admin_id and l.provider_id = s.provider_id
   where s.total_requests <> coalesce(l.requests, 0)) as settings,
  (select count(*)::int from ai_providers p
   left join (select provider_id, count(*) as requests from held group by provider_id) l on l.provider_id = p.id
   where p.total_requests <> coalesce(l.requests, 0)) as providers,
  (select count(*)::int from ai_models m
   left join (select model_id, count(*) as requests from held group by model_id) l on l.model_id = m.id
   where m.total_requests <> coalesce(l.requests, 0)) as models,
  (select count(*)::int from (
     select ${rollupKey}, sum(requests), sum(input_tokens), sum(output_tokens), sum(cost), sum(latency_sum), sum(latency_count)
     from (
       select ${rollupColumns} from usage_rollups
       union all
       select hour, provider_id, provider_slug, admin_id, model_name, key_source, outcome, -requests, -input_tokens,
         -output_tokens, -cost, -latency_sum, -latency_count
       from (${summed} from held group by hour, provider_id, coalesce(admin_id, 0), model_name, key_source, outcome) r
     ) both_sides group by ${rollupKey}
     having (sum(requests), sum(input_tokens), sum(output_tokens), sum(cost), sum(latency_sum), sum(latency_count))
       <> (0, 0, 0, 0, 0, 0)
   ) different) as rollups`;
