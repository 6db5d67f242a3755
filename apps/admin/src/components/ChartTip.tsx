import { useTranslation } from 'react-i18next';
import type { ChartData, PlotSeries } from './chart.js';
import classes from './Chart.module.css';
import { Swatch } from './ChartLegend.js';

interface Props {
  at: string;
  data: ChartData;
  series: readonly PlotSeries[];
  isRtl: boolean;
}

/** The numbers of one bucket, beside the pointer or while the arrows walk over the chart. */
export function ChartTip({ at, data, series, isRtl }: Props) {
  const { t } = useTranslation();
  const { buckets, kind, partial, formatBucket, formatValue } = data;
  const index = buckets.indexOf(at);
  const all = series.map((each) => ({ ...each, value: each.values[index] ?? null }));
  const filled = all.filter(({ value }) => value !== null && (value !== 0 || kind === 'lines'));
  const rows = filled.length > 0 ? filled : all.slice(0, 1);
  const total = all.reduce((sum, { value }) => sum + (value ?? 0), 0);
  return (
    <div className={classes.tip} dir={isRtl ? 'rtl' : 'ltr'} role="status">
      <strong>
        {formatBucket(at, 'long')}
        {partial !== undefined && index === buckets.length - 1 && ` ${t('chart.soFar')}`}
      </strong>
      {rows.map(({ key, label, color, index: place, value }) => (
        <div key={key} className={classes.tipRow}>
          <Swatch kind={kind} color={color} index={place} />
          <bdi>{label}</bdi>
          <span>{value === null ? '–' : formatValue(value)}</span>
        </div>
      ))}
      {kind !== 'lines' && rows.length > 1 && (
        <div className={classes.tipRow} data-total>
          <span>{t('chart.total')}</span>
          <span>{formatValue(total)}</span>
        </div>
      )}
    </div>
  );
}
