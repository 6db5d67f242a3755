import { Button, Group } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.js';
import { useUtcFmt } from '../../i18n/fmt-utc.js';
import type { Report } from './usage-context.js';
import { utcDay } from './usage-range.js';
import { useLastMoment } from './useNow.js';
import { useRequestBefore } from './useUsage.js';

/** A range without a request: which one, and where the nearest earlier request is. */
export function NoUsage({ report: { filters, search, onSearch, isOfProvider } }: { report: Report }) {
  const { t } = useTranslation(['usage', 'common']);
  const utc = useUtcFmt();
  const last = useLastMoment(filters);
  const nearest = useRequestBefore(filters, true).data?.items[0];
  const day = nearest && utcDay(nearest.reservedAt);
  const { provider, model, admin, keySource, outcome } = search;
  const isFiltered = [isOfProvider ? undefined : provider, model, admin, keySource, outcome].some(Boolean);
  const clear = () =>
    onSearch({ provider: undefined, model: undefined, admin: undefined, keySource: undefined, outcome: undefined });
  return (
    <EmptyState
      icon={<IconChartBar />}
      title={t('empty.title', { from: utc.date(filters.from), to: utc.date(last) })}
      text={t(isFiltered ? 'empty.filtered' : day === undefined ? 'empty.never' : 'empty.earlier')}
      action={
        <Group gap="sm" justify="center">
          {day !== undefined && (
            <Button variant="default" onClick={() => onSearch({ range: 'custom', from: day, to: day })}>
              {t('empty.nearest', { date: utc.date(`${day}T00:00:00Z`) })}
            </Button>
          )}
          {isFiltered && (
            <Button variant="default" onClick={clear}>
              {t('common:action.clearFilters')}
            </Button>
          )}
        </Group>
      }
    />
  );
}
