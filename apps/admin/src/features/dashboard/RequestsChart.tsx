import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../api/ExportButton.js';
import { failureOf } from '../../api/error-message.js';
import { usageExport } from '../../api/usage-export.js';
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
  const { asked, chart, error, isFetching, refetch } = useRequestsByProvider(range);
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
        <>
          <RangeButtons range={range} onRange={onRange} />
          <ExportButton
            label={t('chart.exportCsv')}
            files={{ csv: usageExport('usage', asked) }}
            size="compact-sm"
            variant="subtle"
          />
        </>
      }
      chart={chart}
      empty={t('chart.empty', { count: range })}
      failure={error && failureOf(error)}
      onRetry={() => void refetch()}
      isFetching={isFetching && chart !== undefined}
    />
  );
}

function RangeButtons({ range, onRange }: Props) {
  const { t } = useTranslation('dashboard');
  return (
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
  );
}
