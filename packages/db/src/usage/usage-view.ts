import type { KeySource } from '@ai-providers/contracts';

/** Whose requests are counted, and the cost of which of them is told. */
export interface UsageView {
  /** Null for everybody's. */
  adminId: string | null;
  /** Null for the cost of all. */
  costOf: readonly KeySource[] | null;
}

export interface UsageFilter {
  provider?: string | undefined;
  model?: string | undefined;
  keySource?: KeySource | undefined;
  outcome?: string | undefined;
}
