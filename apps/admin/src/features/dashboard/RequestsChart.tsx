import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { ChartCard } from '../../components/ChartCard.js';
import { usePageActions } from '../../components/page-actions.js';
import { ranges, type Range } from './range.js';
import { useRequestsByProvider } from './useRequestsByProvider.js';

interface Props {
  range: Range;
  onRange: (range: Range) => void;
}

/** Requests by the day, stacked by provider. */
export function RequestsChart({ range, onRange }: Props) {
  const { t } = useTranslation('dashboard');
  const { chart, error, isFetching, refetch } = useRequestsByProvider(range);
  usePageActions(
    ranges.map((days, index) => ({
      id: `range-${days}`,
      label: t('chart.range', { count: days }),
      keys: String(index + 1),
      run: () => onRange(days),
    })),
  );
  return (
    <ChartCard
      title={t('chart.title')}
      controls={
        <Group gap={4} role="group" aria-label={t('chart.days')}>
          {ranges.map((days) => (
            <Button
              key={days}
              size="compact-sm"
              variant={days === range ? 'light' : 'subtle'}
              aria-pressed={days === range}
              onClick={() => onRange(days)}
            >
              {t('chart.range', { count: days })}
            </Button>
          ))}
        </Group>
      }
      chart={chart}
      empty={t('chart.empty', { count: range })}
      failure={error && failureOf(error)}
      onRetry={() => void refetch()}
      isFetching={isFetching && chart !== undefined}
    />
  );
}
