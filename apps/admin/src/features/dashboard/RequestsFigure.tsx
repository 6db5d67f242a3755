import type { DashboardOutput } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../../i18n/fmt.js';
import { changeOf } from './change.js';
import { Figure } from './Figure.js';

/** This month's requests beside as much of the month before. */
export function RequestsFigure({ label, month }: { label: string; month: DashboardOutput['month'] }) {
  const { t } = useTranslation('dashboard');
  const fmt = useFmt();
  const change = changeOf(month.requests, month.requestsBefore);
  const percent = fmt.percent(Math.abs(change ?? 0));
  const note =
    change === null
      ? t('figure.noneBefore')
      : change === 0
        ? t('figure.same')
        : t(change > 0 ? 'figure.more' : 'figure.less', { percent });
  return <Figure label={label} value={fmt.number(month.requests)} note={note} />;
}
