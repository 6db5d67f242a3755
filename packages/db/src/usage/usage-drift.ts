import { QueryTypes, type Sequelize } from 'sequelize';
import {
  dayColumns,
  dayKey,
  expectedHours,
  figures,
  heldFacts,
  rawFrom,
  rollupColumns,
  rollupKey,
  summedByDay,
} from './roll-up-sql.js';

/** How many rows of each kind of counter differ from the ledger. All are 0, or somebody wrote past this program. */
export interface UsageDrift {
  months: number;
  settings: number;
  providers: number;
  models: number;
  rollups: number;
  days: number;
}

/** Compares every counter with the ledger and with what was pruned from it, as of one moment. Reads the whole ledger: for a command or once an hour. */
export async function usageDrift(sequelize: Sequelize): Promise<UsageDrift> {
  return sequelize.transaction(async () => {
    await sequelize.query('set local statement_timeout = 0');
    const [drift] = await sequelize.query<UsageDrift>(driftSql, { type: QueryTypes.SELECT });
    if (!drift) throw new Error('The drift gave no row');
    return drift;
  });
}

/** Rows of a layer that differ from what they should be; one that has come to 0 is as good as none. */
const differing = (layer: string, expected: string, columns: string, key: string) => `(
  select count(*)::int from (
    select ${key} from (
      select ${columns} from ${layer}
      union all
      select ${columns.replaceAll(anyFigure, (figure) => `-${figure}`)} from ${expected} e
    ) both_sides group by ${key}
    having ${figures.map((figure) => `sum(${figure}) <> 0`).join(' or ')}
  ) different)`;
const anyFigure = new RegExp(`\\b(${figures.join('|')})\\b`, 'g');

const driftSql = `
with ledger as (
  select admin_id, provider_id, period, sum(used) as used, sum(requests) as requests from (
    select admin_id, provider_id, period, amount as used, (state in ('reserved', 'settled', 'expired'))::int as requests
    from usage_ledger where admin_id is not null
    union all
    select admin_id, provider_id, period, used, requests from usage_archive
  ) counted group by admin_id, provider_id, period
), held as materialized (select * from ${heldFacts} f),
hours as materialized (${expectedHours('held')}),
totals as (
  select provider_id, coalesce(model_id, 0) as model_id, count(*) as requests from held group by 1, 2
  union all
  select provider_id, model_id, requests from usage_archive
)
select
  (select count(*)::int from admin_provider_settings s
   left join ledger l on l.admin_id = s.admin_id and l.provider_id = s.provider_id and l.period = s.usage_period
   where s.usage_period is not null and s.monthly_usage <> coalesce(l.used, 0)) as months,
  (select count(*)::int from admin_provider_settings s left join (
     select admin_id, provider_id, sum(requests) as requests from ledger group by admin_id, provider_id
   ) l on l.admin_id = s.admin_id and l.provider_id = s.provider_id
   where s.total_requests <> coalesce(l.requests, 0)) as settings,
  (select count(*)::int from ai_providers p
   left join (select provider_id, sum(requests) as requests from totals group by provider_id) l on l.provider_id = p.id
   where p.total_requests <> coalesce(l.requests, 0)) as providers,
  (select count(*)::int from ai_models m
   left join (select model_id, sum(requests) as requests from totals group by model_id) l on l.model_id = m.id
   where m.total_requests <> coalesce(l.requests, 0)) as models,
  ${differing(`usage_rollups where hour >= ${rawFrom}`, `(select * from hours where hour >= ${rawFrom})`, rollupColumns, rollupKey)} as rollups,
  ${differing('usage_days', `(${summedByDay} from hours group by ${dayKey})`, dayColumns, dayKey)} as days`;
