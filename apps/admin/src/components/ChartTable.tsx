import { useTranslation } from 'react-i18next';
import type { ChartData } from './chart.js';
import classes from './Chart.module.css';
import table from './DataTable.module.css';

interface Props {
  title: string;
  data: ChartData;
  height: number;
}

/** The numbers of a chart, a row for each bucket. As high as the chart at most: it scrolls by itself. */
export function ChartTable({ title, data, height }: Props) {
  const { t } = useTranslation();
  const { buckets, series, kind, partial, formatBucket, formatValue } = data;
  const hasTotal = kind !== 'lines' && series.length > 1;
  const shown = (value: number | null | undefined) => (typeof value === 'number' ? formatValue(value) : '–');
  return (
    <div className={table.scroller} style={{ maxBlockSize: height }} tabIndex={0} role="region" aria-label={title}>
      <table className={`${table.table} ${classes.table}`}>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('chart.time')}</th>
            {series.map(({ key, label }) => (
              <th key={key} scope="col">
                <bdi>{label}</bdi>
              </th>
            ))}
            {hasTotal && <th scope="col">{t('chart.total')}</th>}
          </tr>
        </thead>
        <tbody>
          {buckets.map((bucket, index) => (
            <tr key={bucket}>
              <th scope="row">
                {formatBucket(bucket, 'long')}
                {partial !== undefined && index === buckets.length - 1 && ` ${t('chart.soFar')}`}
              </th>
              {series.map(({ key, values }) => (
                <td key={key}>{shown(values[index])}</td>
              ))}
              {hasTotal && <td>{formatValue(totalAt(data, index))}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const totalAt = ({ series }: ChartData, index: number) =>
  series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0);
