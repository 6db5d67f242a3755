export type UsageLevel = 'ok' | 'near' | 'reached' | 'noLimit' | 'noneAllowed';

interface Usage {
  monthlyUsage: number;
  /** Null for no limit, 0 for none allowed. */
  monthlyLimit: number | null;
}

const nearPercent = 80;

export function usageLevel({ monthlyUsage, monthlyLimit }: Usage): UsageLevel {
  if (monthlyLimit === null) return 'noLimit';
  if (monthlyLimit === 0) return 'noneAllowed';
  if (monthlyUsage >= monthlyLimit) return 'reached';
  return monthlyUsage * 100 >= monthlyLimit * nearPercent ? 'near' : 'ok';
}

/** Whole per cent, rounded down, so that 100 is shown only when the limit is reached. */
export function usagePercent({ monthlyUsage, monthlyLimit }: Usage): number {
  if (!monthlyLimit) return 0;
  return Math.min(100, Math.floor((monthlyUsage * 100) / monthlyLimit));
}
