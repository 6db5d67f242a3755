import type { TFunction } from 'i18next';

/** A limit in words: null is none, 0 allows nothing. */
export function limitWords(t: TFunction<'admins'>, limit: number | null): string {
  if (limit === null) return t('limit.none');
  return limit === 0 ? t('limit.zero') : t('limit.value', { count: limit });
}

interface Usage {
  monthlyUsage: number;
  monthlyLimit: number | null;
}

/** What is worth a mark: four fifths used, or all of it. Where none is allowed the limit itself says so. */
export function usageMark({ monthlyUsage, monthlyLimit }: Usage): 'near' | 'reached' | undefined {
  if (!monthlyLimit || monthlyUsage * 5 < monthlyLimit * 4) return undefined;
  return monthlyUsage >= monthlyLimit ? 'reached' : 'near';
}
