import type { UsageEntry, UsageFigures, UsageSeries, UsageSummary } from '@ai-providers/contracts';
import type { UsageCell, UsageEntryRow, UsageRange, UsageSeriesOf, UsageSummaryOf, UsageSums } from '@ai-providers/db';
import { isSuper, type Actor } from '../policies/actor.js';

export function presentUsageSummary({ range, total, before, groups, other, nearest }: UsageSummaryOf): UsageSummary {
  return {
    ...presentRange(range),
    total: presentFigures(total),
    before: { ...presentRange(before.range), total: presentFigures(before.total) },
    groups: groups.map((group) => ({ ...presentGroup(group), figures: presentFigures(group) })),
    other: other && { groups: other.groups, figures: presentFigures(other.sums) },
    nearest: nearest?.toISOString() ?? null,
  };
}

export function presentUsageSeries({ range, grain, series, other }: UsageSeriesOf): UsageSeries {
  return {
    ...presentRange(range),
    grain,
    series: series.flatMap((cells) => {
      const [first] = cells;
      return first ? [{ ...presentGroup(first), points: cells.map(presentPoint) }] : [];
    }),
    other: other && { groups: other.groups, points: other.cells.map(presentPoint) },
  };
}

/** A request; whose it was is for super admins. */
export function presentUsageEntry(actor: Actor, row: UsageEntryRow): UsageEntry {
  const { adminPublicId, adminEmail } = row;
  return {
    requestId: row.requestId,
    provider: row.provider,
    model: row.model,
    admin: isSuper(actor) && adminPublicId !== null ? { publicId: adminPublicId, label: adminEmail ?? '' } : null,
    source: row.source,
    state: row.state,
    outcome: row.outcome,
    status: row.status,
    inputTokens: row.inputTokens,
    outputTokens: row.outputTokens,
    priceInput: row.priceInput,
    priceOutput: row.priceOutput,
    priceFrom: row.priceFrom,
    cost: row.cost,
    latencyMs: row.latencyMs,
    reservedAt: row.reservedAt.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
  };
}

export function presentRange({ from, to }: UsageRange) {
  return { from: from.toISOString(), to: to.toISOString() };
}

const presentGroup = ({ key, provider, label }: UsageCell) => ({ key, provider, label });

const presentPoint = (cell: UsageCell) => ({ at: cell.bucket.toISOString(), ...presentFigures(cell) });

function presentFigures({
  requests,
  errors,
  inputTokens,
  outputTokens,
  cost,
  averageLatencyMs,
  latencyP50Ms,
  latencyP95Ms,
}: UsageSums): UsageFigures {
  return {
    requests: requests ?? '0',
    errors: errors ?? '0',
    inputTokens: inputTokens ?? '0',
    outputTokens: outputTokens ?? '0',
    cost: requests === null ? '0' : cost,
    averageLatencyMs,
    latencyP50Ms,
    latencyP95Ms,
  };
}
