import { Skeleton } from '@mantine/core';
import { Component, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chartColors, type ChartData, type PlotProps } from './chart.js';
import classes from './Chart.module.css';
import { ChartLegend } from './ChartLegend.js';
import { ChartTable } from './ChartTable.js';
import { ErrorState } from './ErrorState.js';
import { useChartPlot } from './useChartPlot.js';

export const usualHeight = 260;

interface Props extends ChartData {
  /** What the chart shows; read out. */
  title: string;
  height?: number;
  /** The same numbers as a table. */
  asTable?: boolean;
}

/** Series over time with a legend that hides them. The drawing itself is loaded when the first chart is shown. */
export function Chart({ title, height = usualHeight, asTable = false, ...data }: Props) {
  const { t } = useTranslation();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const colors = chartColors(data.series);
  const items = data.series.map((series, index) => ({ ...series, index, color: colors[index] ?? '' }));
  const toggle = (key: string) =>
    setHidden((now) => new Set(now.has(key) ? [...now].filter((each) => each !== key) : [...now, key]));
  if (asTable) return <ChartTable title={title} data={data} height={height} />;
  return (
    <div className={classes.chart}>
      <Boundary fallback={<ErrorState title={t('chart.failed')} message={t('error.crashText')} />}>
        <Plot title={title} data={data} series={items.filter(({ key }) => !hidden.has(key))} height={height} />
      </Boundary>
      <ChartLegend kind={data.kind} items={items} hidden={hidden} onToggle={toggle} />
      {data.partial !== undefined && (
        <p className={classes.partial}>
          <svg className={classes.hatch} viewBox="0 0 14 14" aria-hidden>
            <path d="M-2 6 6 -2M-2 12 12 -2M2 16 16 2M8 16 16 8" />
          </svg>
          {data.partial}
        </p>
      )}
    </div>
  );
}

function Plot(props: PlotProps) {
  const { t } = useTranslation();
  const { Plot: Drawing, isFailed, retry } = useChartPlot();
  if (Drawing) return <Drawing {...props} />;
  if (isFailed) return <ErrorState message={t('chart.failed')} onRetry={retry} />;
  return <ChartSkeleton height={props.height} />;
}

/** As high as the chart that takes its place. */
export function ChartSkeleton({ height = usualHeight }: { height?: number }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-busy="true">
      <span className="visually-hidden">{t('table.loading')}</span>
      <Skeleton height={height} aria-hidden />
    </div>
  );
}

/** A chart that cannot be drawn leaves the page as it is. */
class Boundary extends Component<{ fallback: ReactNode; children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };
  static getDerivedStateFromError = () => ({ hasFailed: true });
  override render = () => (this.state.hasFailed ? this.props.fallback : this.props.children);
}
