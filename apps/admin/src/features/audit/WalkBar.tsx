import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../../i18n/fmt.js';
import type { Walk } from './useChainCheck.js';

/** How far the check of every entry has come. */
export function WalkBar({ walk: { done, total } }: { walk: Walk }) {
  const { t } = useTranslation('audit');
  const fmt = useFmt();
  const share = total === 0 ? 0 : done / total;
  return (
    <Progress.Root w={160} size="sm">
      <Progress.Section
        value={share * 100}
        aria-label={t('chain.progress', { done, total })}
        aria-valuetext={fmt.percent(share)}
      />
    </Progress.Root>
  );
}
