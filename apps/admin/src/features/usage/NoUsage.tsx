import { Button, Group } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/EmptyState.js';
import type { IsoDate } from '../../components/iso-date.js';
import { useUtcFmt } from '../../i18n/fmt-utc.js';
import type { Report } from './usage-context.js';
import { utcDay } from './usage-range.js';
import { useLastMoment } from './useNow.js';
import { useUsageSummary } from './useUsage.js';

const noFilter = { provider: undefined, model: undefined, admin: undefined, keySource: undefined, outcome: undefined };

/** A range without a request: which one, and which day with requests is nearest to it. */
export function NoUsage({ report }: { report: Report }) {
  const { filters, search, onSearch, isOfProvider, by } = report;
  const { t } = useTranslation(['usage', 'common']);
  const utc = useUtcFmt();
  const last = useLastMoment(filters);
  const { provider, model, admin, keySource, outcome } = search;
  const isFiltered = [isOfProvider ? undefined : provider, model, admin, keySource, outcome].some(Boolean);
  const { data } = useUsageSummary(filters, by);
  const nearest = data?.nearest ?? null;
  const isPruned = data !== undefined && data.total.requests !== '0';
  const text = () => {
    if (!data) return undefined;
    if (isPruned) return t('empty.pruned');
    if (nearest !== null) return t(isFiltered ? 'empty.nearestFiltered' : 'empty.nearest', { date: utc.date(nearest) });
    return t(isFiltered ? 'empty.filtered' : 'empty.never');
  };
  const goTo = (day: IsoDate) => () => onSearch({ range: 'custom', from: day, to: day });
  return (
    <EmptyState
      icon={<IconChartBar />}
      title={t(isPruned ? 'empty.prunedTitle' : 'empty.title', { from: utc.date(filters.from), to: utc.date(last) })}
      text={text()}
      action={
        <Group gap="sm" justify="center">
          {nearest !== null && (
            <Button variant="default" onClick={goTo(utcDay(nearest))}>
              {t('empty.goTo', { date: utc.date(nearest) })}
            </Button>
          )}
          {isFiltered && (
            <Button variant="default" onClick={() => onSearch(noFilter)}>
              {t('common:action.clearFilters')}
            </Button>
          )}
        </Group>
      }
    />
  );
}
