import type { UsageEntry, UsageLedgerInput } from '@ai-providers/contracts';
import { QueryTypes, type Sequelize } from 'sequelize';
import { portsOf } from '../ports.js';
import type { UsageView } from './usage-view.js';
import { mayTellCost, ofProvider } from './usage-cells-sql.js';
import { rangeOf, type UsageRange } from './usage-range.js';

/** A request as the ledger has it. */
export interface UsageEntryRow extends Omit<UsageEntry, 'admin' | 'reservedAt' | 'settledAt'> {
  adminPublicId: string | null;
  adminEmail: string | null;
  reservedAt: Date;
  settledAt: Date | null;
  cursor: string;
}

/** One page of single requests, the newest first. Resets are no requests. @throws DomainError `RANGE_EMPTY` */
export async function listUsage(
  sequelize: Sequelize,
  input: UsageLedgerInput,
  view: UsageView,
): Promise<{ range: UsageRange; entries: UsageEntryRow[]; nextCursor: string | null }> {
  const range = rangeOf(input, portsOf(sequelize).now());
  const { provider, model, keySource, outcome, pageSize } = input;
  const [beforeAt, beforeId] = input.cursor?.split('-') ?? [];
  const rows = await sequelize.query<UsageEntryRow>(entriesSql(input, view), {
    bind: { ...range, ...view, provider, model, keySource, outcome, beforeAt, beforeId, limit: pageSize + 1 },
    type: QueryTypes.SELECT,
  });
  const entries = rows.slice(0, pageSize);
  return { range, entries, nextCursor: rows.length > entries.length ? (entries.at(-1)?.cursor ?? null) : null };
}

function entriesSql(input: UsageLedgerInput, view: UsageView): string {
  return `
with page as (
  select * from usage_ledger where ${conditionsOf(input, view).join(' and ')}
  order by reserved_at desc, id desc limit $limit
)
select l.request_id as "requestId", coalesce(p.slug, l.provider_slug) as provider, l.model_name as model,
  u.public_id as "adminPublicId", u.email as "adminEmail", l.key_source as source, l.state,
  usage_outcome(l.state, l.status) as outcome, l.status, l.input_tokens as "inputTokens",
  l.output_tokens as "outputTokens", ${told('l.price_input')} as "priceInput", ${told('l.price_output')} as "priceOutput",
  ${told('l.price_from::text')} as "priceFrom", ${told('l.cost')} as cost, l.latency_ms as "latencyMs",
  l.reserved_at as "reservedAt", l.settled_at as "settledAt",
  (extract(epoch from l.reserved_at) * 1000000)::bigint || '-' || l.id as cursor
from page l left join ai_providers p on p.id = l.provider_id left join users u on u.id = l.admin_id
order by l.reserved_at desc, l.id desc`;
}

// With the tokens, a price tells the cost.
const told = (column: string) => `case when ${mayTellCost} then ${column} end`;

function conditionsOf(
  { provider, model, keySource, outcome, cursor }: UsageLedgerInput,
  { adminId }: UsageView,
): string[] {
  return [
    "reserved_at >= $from and reserved_at < $to and state <> 'reset'",
    ...(provider === undefined ? [] : [ofProvider]),
    ...(model === undefined ? [] : ['model_name = $model']),
    ...(keySource === undefined ? [] : ['key_source = $keySource']),
    ...(outcome === undefined ? [] : ['usage_outcome(state, status) = $outcome']),
    // The index of an admin's requests holds those with a key.
    ...(adminId === null ? [] : ['admin_id = $adminId and key_source is not null']),
    ...(cursor === undefined ? [] : [`(reserved_at, id) < (${beforeAt}, $beforeId::bigint)`]),
  ];
}

const beforeAt = "timestamptz 'epoch' + $beforeAt::bigint * interval '1 microsecond'";
