import { limits, type UsageEntry, type UsageFigures, type UsageGroup } from '@ai-providers/contracts';
import type { Export } from './export.js';

interface UsageRow extends UsageGroup {
  /** One group, the rest of them, or all together. */
  row: 'group' | 'other' | 'total';
  figures: UsageFigures;
}

const unnamed: UsageGroup = { key: null, provider: null, label: null };

/** What was used, by the groups that were asked for, with a last line of all. */
export const usageExport: Export<UsageRow> = {
  name: 'usage',
  columns: {
    row: ({ row }) => row,
    group: ({ key }) => key,
    provider: ({ provider }) => provider,
    label: ({ label }) => label,
    requests: ({ figures }) => figures.requests,
    errors: ({ figures }) => figures.errors,
    inputTokens: ({ figures }) => figures.inputTokens,
    outputTokens: ({ figures }) => figures.outputTokens,
    cost: ({ figures }) => figures.cost,
    averageLatencyMs: ({ figures }) => figures.averageLatencyMs,
    latencyP50Ms: ({ figures }) => figures.latencyP50Ms,
    latencyP95Ms: ({ figures }) => figures.latencyP95Ms,
  },
  async *pages({ usage }, filters) {
    const { groups, other, total } = await usage.summary(filters);
    yield [
      ...groups.map((group) => ({ row: 'group' as const, ...group })),
      ...(other ? [{ row: 'other' as const, ...unnamed, figures: other.figures }] : []),
      { row: 'total' as const, ...unnamed, figures: total },
    ];
  },
};

/** Single requests, the newest first. */
export const requestsExport: Export<UsageEntry> = {
  name: 'requests',
  columns: {
    reservedAt: ({ reservedAt }) => reservedAt,
    settledAt: ({ settledAt }) => settledAt,
    requestId: ({ requestId }) => requestId,
    provider: ({ provider }) => provider,
    model: ({ model }) => model,
    adminId: ({ admin }) => admin?.publicId,
    admin: ({ admin }) => admin?.label,
    source: ({ source }) => source,
    state: ({ state }) => state,
    outcome: ({ outcome }) => outcome,
    status: ({ status }) => status,
    inputTokens: ({ inputTokens }) => inputTokens,
    outputTokens: ({ outputTokens }) => outputTokens,
    priceInput: ({ priceInput }) => priceInput,
    priceOutput: ({ priceOutput }) => priceOutput,
    priceFrom: ({ priceFrom }) => priceFrom,
    cost: ({ cost }) => cost,
    latencyMs: ({ latencyMs }) => latencyMs,
  },
  async *pages({ usage }, filters) {
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await usage.ledger({ ...filters, cursor, pageSize: limits.pageSizeMax });
      yield page.items;
      cursor = page.nextCursor;
    }
  },
};
