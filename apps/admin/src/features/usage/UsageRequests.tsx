import type { UsageEntry } from '@ai-providers/contracts';
import { Badge, Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import type { Column } from '../../components/data-table.js';
import { DataTable } from '../../components/DataTable.js';
import { Ltr } from '../../components/Ltr.js';
import { useFmt, type Fmt } from '../../i18n/fmt.js';
import { useUtcFmt, type UtcFmt } from '../../i18n/fmt-utc.js';
import { NoUsage } from './NoUsage.js';
import classes from './Usage.module.css';
import type { Report } from './usage-context.js';
import { useShownFigures } from './useShownFigures.js';
import { useUsageRequests } from './useUsage.js';

const colours = { ok: 'green', error: 'red', expired: 'orange', open: 'blue', refunded: 'gray' } as const;

/** Single requests, the newest first. */
export function UsageRequests({ report }: { report: Report }) {
  const { t } = useTranslation('usage');
  const [fmt, utc, { latency }] = [useFmt(), useUtcFmt(), useShownFigures()];
  const requests = useUsageRequests(report.filters);
  const rows = requests.data?.pages.flatMap(({ items }) => items);
  const context = { t, fmt, utc, latency, withAdmins: report.seesOthers && report.filters.admin === undefined };
  return (
    <DataTable
      caption={t('requests.caption')}
      rows={rows}
      rowId={({ requestId, provider, reservedAt }) => `${requestId} ${provider} ${reservedAt}`}
      rowName={({ requestId, provider }) => requestId ?? provider}
      columns={[...whose(context), ...figures(context)]}
      isFetching={requests.isFetching && !requests.isFetchingNextPage}
      failure={requests.isError ? failureOf(requests.error) : null}
      onRetry={() => void requests.refetch()}
      empty={<NoUsage report={report} />}
      footer={
        requests.hasNextPage && (
          <Button variant="default" loading={requests.isFetchingNextPage} onClick={() => void requests.fetchNextPage()}>
            {t('requests.more')}
          </Button>
        )
      }
    />
  );
}

interface Context {
  t: TFunction<'usage'>;
  fmt: Fmt;
  utc: UtcFmt;
  latency: (ms: number) => string;
  withAdmins: boolean;
}

function whose({ t, utc, withAdmins }: Context): Array<Column<UsageEntry>> {
  return [
    {
      id: 'time',
      header: t('column.time'),
      isRowHeader: true,
      render: ({ reservedAt }) => (
        <time dateTime={reservedAt} className={classes.time}>
          {utc.moment(reservedAt)}
        </time>
      ),
    },
    { id: 'provider', header: t('by.provider'), render: ({ provider }) => <Ltr>{provider}</Ltr> },
    { id: 'model', header: t('by.model'), render: ({ model }) => (model === null ? '–' : <Ltr>{model}</Ltr>) },
    ...(withAdmins
      ? [
          {
            id: 'admin',
            header: t('by.admin'),
            render: ({ admin }: UsageEntry) => (admin ? <Ltr>{admin.label}</Ltr> : '–'),
          },
        ]
      : []),
    {
      id: 'source',
      header: t('by.keySource'),
      render: ({ source }) => (source === null ? '–' : t(`keySource.${source}`)),
    },
    {
      id: 'outcome',
      header: t('filter.outcome'),
      render: ({ outcome, status }) => (
        <span className={classes.name}>
          <Badge color={colours[outcome]}>{t(`outcome.${outcome}`)}</Badge>
          {status !== null && <Ltr mono>{status}</Ltr>}
        </span>
      ),
    },
  ];
}

function figures({ t, fmt, latency }: Context): Array<Column<UsageEntry>> {
  const number = (value: string | null) => (value === null ? '–' : fmt.number(value));
  return [
    {
      id: 'inputTokens',
      header: t('column.inputTokens'),
      align: 'end',
      render: ({ inputTokens }) => number(inputTokens),
    },
    {
      id: 'outputTokens',
      header: t('column.outputTokens'),
      align: 'end',
      render: ({ outputTokens }) => number(outputTokens),
    },
    {
      id: 'cost',
      header: t('column.cost'),
      align: 'end',
      render: ({ cost }) => (cost === null ? '–' : <bdi>{fmt.money(cost)}</bdi>),
    },
    {
      id: 'latency',
      header: t('column.latency'),
      align: 'end',
      render: ({ latencyMs }) => (latencyMs === null ? '–' : latency(latencyMs)),
    },
  ];
}
