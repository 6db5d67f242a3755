import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Fmt } from '../../i18n/fmt.js';
import { useFmt } from '../../i18n/fmt.js';
import { isFree } from './price.js';

/** An upper bound of a price: "free", "≤ $5". */
export function priceWords(t: TFunction<['models', 'common']>, fmt: Fmt, price: string): string {
  return isFree(price) ? t('price.free') : t('filter.atMost', { value: fmt.money(price) });
}

/** A number of tokens, as short as people say it: 128k, 2M. */
export function useTokenWords(): (tokens: number) => string {
  useTranslation();
  return useFmt().compact;
}
