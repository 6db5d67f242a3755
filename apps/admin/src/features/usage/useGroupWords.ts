import { useTranslation } from 'react-i18next';
import { useFmt } from '../../i18n/fmt.js';
import type { GroupWords } from './usage-chart.js';
import type { UsageBy } from './usage-search.js';

/** What the groups of a report are called. */
export function useGroupWords(by: UsageBy): GroupWords {
  const { t } = useTranslation('usage');
  const fmt = useFmt();
  return {
    name: ({ key, label }) => {
      if (key === null) return t(`unnamed.${by}`);
      if (by === 'keySource') return t(key === 'personal' ? 'keySource.personal' : 'keySource.shared');
      return label ?? key;
    },
    other: (groups) => t('others', { count: groups, number: fmt.number(groups) }),
  };
}
