import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import type { Column } from '../../components/data-table.js';
import { DataTable } from '../../components/DataTable.js';
import { Ltr } from '../../components/Ltr.js';
import { useFmt } from '../../i18n/fmt.js';
import classes from './Usage.module.css';
import type { Report } from './usage-context.js';
import { usageRows, type UsageRow } from './usage-rows.js';
import type { UsageBy, UsageSearch } from './usage-search.js';
import { useGroupWords } from './useGroupWords.js';
import { useShownFigures } from './useShownFigures.js';
import { useUsageSummary } from './useUsage.js';

const figures = ['requests', 'errors', 'inputTokens', 'outputTokens', 'cost', 'latencyP50Ms', 'latencyP95Ms'] as const;

/** The numbers of the report by its groups, with a last row of all. */
export function UsageTable({ report }: { report: Report }) {
  const { t } = useTranslation('usage');
  const { filters, by, search, onSearch } = report;
  const summary = useUsageSummary(filters, by);
  const words = { ...useGroupWords(by), total: t('table.total'), compare: useFmt().compare };
  const columns = useColumns(t, by);
  const sort = search.sort ?? '-requests';
  return (
    <DataTable
      caption={t('table.caption', { by: t(`by.${by}`) })}
      rows={summary.data && usageRows(summary.data, sort, words)}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      columns={columns}
      sort={sort}
      onSort={(next) => onSearch({ sort: next === '-requests' ? undefined : (next as UsageSearch['sort']) })} // a column's sortKey is one of ours
      isFetching={summary.isFetching}
      failure={summary.isError ? failureOf(summary.error) : null}
      onRetry={() => void summary.refetch()}
      empty={null}
    />
  );
}

function useColumns(t: TFunction<'usage'>, by: UsageBy): Array<Column<UsageRow>> {
  const shown = useShownFigures();
  return [
    {
      id: 'name',
      header: t(`by.${by}`),
      sortKey: 'name',
      isRowHeader: true,
      render: (row) => <Name row={row} />,
    },
    ...figures.map((id): Column<UsageRow> => ({
      id,
      header: t(`column.${id}`),
      sortKey: id,
      align: 'end',
      render: ({ figures: sums, kind }) => (kind === 'total' ? <strong>{shown[id](sums)}</strong> : shown[id](sums)),
    })),
  ];
}

function Name({ row: { kind, name, provider } }: { row: UsageRow }) {
  if (kind === 'total') return <strong>{name}</strong>;
  return (
    <span className={classes.name}>
      <bdi>{name}</bdi>
      {provider !== null && (
        <span className={classes.slug}>
          <Ltr mono>{provider}</Ltr>
        </span>
      )}
    </span>
  );
}
