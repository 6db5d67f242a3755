import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me.js';
import { usePageActions } from '../../components/page-actions.js';
import { LimitPlot } from './LimitPlot.js';
import { NoUsage } from './NoUsage.js';
import { ReportActions } from './ReportActions.js';
import { TopGroups } from './TopGroups.js';
import classes from './Usage.module.css';
import { bysOf, type Report } from './usage-context.js';
import type { OnUsageSearch, UsageSearch } from './usage-search.js';
import { UsageFigures } from './UsageFigures.js';
import { RangeWords, UsageFilters } from './UsageFilters.js';
import { ErrorsPlot, KeysPlot, LatencyPlot, RequestsPlot } from './UsagePlots.js';
import { UsageRequests } from './UsageRequests.js';
import { UsageTable } from './UsageTable.js';
import { useUsageFilters, useUsageSummary } from './useUsage.js';

interface Props {
  /** The slug of the provider whose page the report is on. */
  provider?: string;
  search: UsageSearch;
  onSearch: OnUsageSearch;
}

/** What was used: figures, charts, a table, and the single requests. The address holds what is asked. */
export function UsageReport({ provider, search: address, onSearch }: Props) {
  const { t } = useTranslation('usage');
  const seesOthers = useMay('settings.manageAny');
  const search = provider === undefined ? address : { ...address, provider };
  const filters = useUsageFilters(search);
  const place = { isOfProvider: provider !== undefined, seesOthers };
  const bys = bysOf(place);
  const by = bys.find((each) => each === search.by) ?? bys[0] ?? 'model';
  const report: Report = { ...place, search, onSearch, filters, by, bys };
  return (
    <div className={classes.report}>
      <div className={classes.head}>
        <RangeWords filters={filters} />
        <ReportActions report={report} />
      </div>
      <UsageFilters report={report} />
      <Tabs
        value={search.view ?? 'summary'}
        onChange={(view) => onSearch({ view: view === 'requests' ? view : undefined })}
        keepMounted={false}
      >
        <Tabs.List mb="lg" aria-label={t('views')}>
          <Tabs.Tab value="summary">{t('view.summary')}</Tabs.Tab>
          <Tabs.Tab value="requests">{t('view.requests')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="summary">
          <Summary report={report} />
        </Tabs.Panel>
        <Tabs.Panel value="requests">
          <UsageRequests report={report} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

function Summary({ report }: { report: Report }) {
  const { filters, by, search } = report;
  const isEmpty = useUsageSummary(filters, by).data?.total.requests === '0';
  const plots = usePlotTables();
  return (
    <div className={classes.report}>
      {isEmpty ? (
        <NoUsage report={report} />
      ) : (
        <>
          <UsageFigures report={report} />
          <RequestsPlot report={report} table={plots('requests')} />
          <div className={classes.cards}>
            <TopGroups report={report} />
            <KeysPlot report={report} table={plots('keys')} />
            {(search.outcome ?? 'error') === 'error' && <ErrorsPlot report={report} table={plots('errors')} />}
            <LatencyPlot report={report} table={plots('latency')} />
          </div>
        </>
      )}
      <LimitPlot report={report} table={plots('limit')} />
      {!isEmpty && <UsageTable report={report} />}
    </div>
  );
}

const plotNames = ['requests', 'keys', 'errors', 'latency', 'limit'] as const;

/** Which plots are shown as tables; `t` turns them all. */
function usePlotTables() {
  const { t } = useTranslation('usage');
  const [tables, setTables] = useState<ReadonlySet<string>>(new Set());
  const turn = () => setTables((now) => new Set(now.size === 0 ? plotNames : []));
  usePageActions([{ id: 'tables', label: t('turnTables'), keys: 't', run: turn }]);
  return (name: (typeof plotNames)[number]) => ({
    isOn: tables.has(name),
    onChange: (isOn: boolean) =>
      setTables((now) => new Set(isOn ? [...now, name] : [...now].filter((each) => each !== name))),
  });
}
