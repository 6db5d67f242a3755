const bounds = [
  100, 150, 225, 338, 506, 759, 1139, 1709, 2563, 3844, 5767, 8650, 12975, 19462, 29193, 43789, 65684, 98526, 147789,
];
const columns = [...bounds.map((bound) => `latency_to_${bound}`), 'latency_above'];
const eachColumn = (write: (column: string, index: number) => string) => columns.map(write).join(', ');

const added = eachColumn((column) => `add column ${column} integer not null default 0`);
const counted = eachColumn((column, index) => {
  const within = [
    index > 0 && `latency_ms > ${bounds[index - 1]}`,
    index < bounds.length && `latency_ms <= ${bounds[index]}`,
  ];
  return `count(*) filter (where ${within.filter(Boolean).join(' and ')}) as ${column}`;
});
const names = 'provider_id, admin_id, model_name, key_source, outcome';

/**
 * How many requests took how long, by buckets that end half as far again each, for percentiles. What the ledger still
 * holds is counted; of requests that were pruned from it before, no bucket knows.
 */
export const up = `
alter table usage_rollups ${added};
alter table usage_days ${added};

update usage_rollups r set ${eachColumn((column) => `${column} = f.${column}`)}
from (
  select hour, provider_id, coalesce(admin_id, 0) as admin_id, model_name, key_source, outcome, ${counted}
  from usage_facts left join usage_pending on ledger_id = id where ledger_id is null and timed = 1
  group by hour, provider_id, coalesce(admin_id, 0), model_name, key_source, outcome
) f
where (r.hour, ${names.replaceAll(/\w+/g, 'r.$&')}) = (f.hour, ${names.replaceAll(/\w+/g, 'f.$&')});

update usage_days d set ${eachColumn((column) => `${column} = h.${column}`)}
from (
  select date_trunc('day', hour, 'UTC') as day, ${names}, ${eachColumn((column) => `sum(${column}) as ${column}`)}
  from usage_rollups group by 1, ${names}
) h
where (d.day, ${names.replaceAll(/\w+/g, 'd.$&')}) = (h.day, ${names.replaceAll(/\w+/g, 'h.$&')});
`;
