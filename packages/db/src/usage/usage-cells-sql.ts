import type { UsageSummaryInput } from '@ai-providers/contracts';
import { latencyBuckets, latencyColumns } from './latency.js';
import { summedAgain } from './roll-up-sql.js';
import type { UsageFilter, UsageView } from './usage-view.js';
import type { UsageGrain } from './usage-range.js';

interface Asked {
  grain: UsageGrain | null;
  groupBy: UsageSummaryInput['groupBy'];
  filter: UsageFilter;
  view: UsageView;
}

/** The statement of `usageCells`, from fixed parts; every value is bound. */
export function cellsSql({ grain, groupBy, filter, view }: Asked): string {
  const { by, key, provider, label, joins } = groupings[groupBy];
  const bucket = grain === null ? '$from::timestamptz' : `date_trunc('${grain}', at, 'UTC')`;
  return `
with facts as (${factsSql}), summed as (
  select ${[`${bucket} as bucket`, ...by].join(', ')}, sum(requests) as requests, sum(requests) filter (where outcome = 'error') as errors,
    sum(input_tokens) as input_tokens, sum(output_tokens) as output_tokens,
    sum(cost) filter (where ${mayTellCost}) as cost, sum(latency_sum) as latency_sum, sum(latency_count) as latency_count,
    ${latencySums}
  from facts where ${conditionsOf(filter, view).join(' and ')} group by ${['bucket', ...by].join(', ')}
), named as (
  select bucket, coalesce(${key}, '') as key, coalesce(${provider}, '') as provider, max(${label}) as label, ${sums}
  from summed ${joins} group by 1, 2, 3 having sum(requests) <> 0
), placed as (
  select key, provider, row_number() over (order by sum(requests) desc, provider, key)::int as place
  from named group by key, provider
), folded as (
  select *, least(place, $maxGroups::int + 1) as fold, place <= $maxGroups::int as stands from named join placed using (key, provider)
)
select bucket, fold as place, count(distinct place)::int as groups, nullif(max(key) filter (where stands), '') as key,
  nullif(max(provider) filter (where stands), '') as provider, max(label) filter (where stands) as label,
  sum(requests) as requests, coalesce(sum(errors), 0) as errors, sum(input_tokens) as "inputTokens",
  sum(output_tokens) as "outputTokens", sum(cost) as cost,
  round(sum(latency_sum) / nullif(sum(latency_count), 0))::int as "averageLatencyMs",
  json_build_array(${latencyColumns.map((column) => `coalesce(sum(${column}), 0)`).join(', ')}) as latencies
from folded group by grouping sets ((bucket, fold), ()) order by place, bucket`;
}

const latencySums = latencyColumns.map((column) => `sum(${column}) as ${column}`).join(', ');

const sums = `sum(errors) as errors, ${summedAgain}`;

/** Of which requests the cost is told. */
export const mayTellCost = '($costOf::text[] is null or key_source = any($costOf::text[]))';

const plainColumns = `provider_id, provider_slug, admin_id, model_name, key_source, outcome, status,
  requests, input_tokens, output_tokens, cost, latency_sum, latency_count`;
const columns = `${plainColumns}, ${latencyColumns.join(', ')}`;

/** A range from the longest sums that fit: whole days, whole hours around them, requests around those, and what is in no sum yet. */
const factsSql = `
  select day as at, ${columns} from usage_days where day >= $dayFrom and day < $dayTo
  union all
  select hour, ${columns} from usage_rollups where hour >= $hourFrom and hour < $dayFrom
  union all
  select hour, ${columns} from usage_rollups where hour >= $dayTo and hour < $hourTo
  union all
  select hour, ${plainColumns}, ${latencyBuckets('latency_sum', 'latency_count').join(', ')}
  from usage_tail where hour >= $hourFrom and hour < $hourTo
  union all
  ${requestsSql('reserved_at >= $from and reserved_at < $hourFrom')}
  union all
  ${requestsSql('reserved_at >= $hourTo and reserved_at < $to')}`;

// Of the same types as the sums, to the letter: only then a condition on the union reaches the indexes of its parts.
function requestsSql(when: string): string {
  return `select reserved_at, provider_id, provider_slug, coalesce(admin_id, 0), model_name, key_source, outcome::varchar,
    status, 1::bigint, input_tokens, output_tokens, cost, latency_ms::bigint, timed::bigint,
    ${latencyBuckets('latency_ms', 'timed').join(', ')} from usage_facts where ${when}`;
}

/** What the filters and the view leave of sums and requests. */
export function conditionsOf({ provider, model, keySource, outcome }: UsageFilter, { adminId }: UsageView): string[] {
  return [
    'true',
    ...(provider === undefined ? [] : [ofProvider]),
    ...(model === undefined ? [] : ['model_name = $model']),
    ...(keySource === undefined ? [] : ['key_source = $keySource']),
    ...(outcome === undefined ? [] : ['outcome = $outcome']),
    ...(adminId === null ? [] : ['admin_id = $adminId']),
  ];
}

/** By the slug that a provider has now; one that is gone, by the slug that it had. */
export const ofProvider = `(provider_id = (select id from ai_providers where slug = $provider)
  or (provider_slug = $provider and provider_id not in (select id from ai_providers)))`;

interface Grouping {
  /** Columns of the facts. */
  by: string[];
  /** What the group is called in answers, by the names of the registry. */
  key: string;
  provider: string;
  label: string;
  joins: string;
}

const plain = { provider: 'null', label: 'null', joins: '' };
const withProvider = 'left join ai_providers p on p.id = provider_id';

const groupings: Record<UsageSummaryInput['groupBy'], Grouping> = {
  none: { ...plain, by: [], key: 'null' },
  provider: {
    ...plain,
    by: ['provider_id', 'provider_slug'],
    key: 'coalesce(p.slug, provider_slug)',
    label: 'p.display_name',
    joins: withProvider,
  },
  model: {
    by: ['provider_id', 'provider_slug', 'model_name'],
    key: 'model_name',
    provider: 'coalesce(p.slug, provider_slug)',
    label: 'm.display_name',
    joins: `${withProvider} left join ai_models m on m.provider_id = summed.provider_id and m.model_id = model_name`,
  },
  admin: {
    ...plain,
    by: ['admin_id'],
    key: 'u.public_id::text',
    label: 'u.email',
    joins: 'left join users u on u.id = admin_id',
  },
  keySource: { ...plain, by: ['key_source'], key: 'key_source' },
  outcome: { ...plain, by: ['outcome'], key: 'outcome' },
  status: {
    ...plain,
    by: ['outcome', 'status'],
    key: "case when outcome = 'error' then coalesce(nullif(status, ''), 'unknown') end",
  },
};
