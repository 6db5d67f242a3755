import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../../i18n/fmt.js';
import type { GroupWords } from './usage-chart.js';
import type { UsageBy } from './usage-search.js';

/** What the groups of a report are called. */
export function useGroupWords(by: UsageBy | 'status'): GroupWords {
  const { t } = useTranslation('usage');
  const fmt = useFmt();
  return {
    name: ({ key, label }) => {
      if (by === 'status') return statusWords(t, key);
      if (key === null) return t(`unnamed.${by}`);
      if (by === 'keySource') return t(key === 'personal' ? 'keySource.personal' : 'keySource.shared');
      return label ?? key;
    },
    other: (groups) => t('others', { count: groups, number: fmt.number(groups) }),
  };
}

const words = ['error', 'failed', 'timeout', 'cancelled', 'unknown'] as const;

/** How a request failed: a status of HTTP as programs know it, or one of our words. */
function statusWords(t: TFunction<'usage'>, key: string | null): string {
  const word = words.find((each) => each === key);
  return word ? t(`status.${word}`) : `HTTP ${key}`;
}
