import { Button, Paper, Title } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartData } from './chart.js';
import { Chart, ChartSkeleton, usualHeight } from './Chart.js';
import classes from './Chart.module.css';
import { ErrorState, type Failure } from './ErrorState.js';

interface Props {
  title: string;
  /** Beside the title: what the chart is stacked by, for instance. */
  controls?: ReactNode;
  /** Undefined until the first answer. */
  chart: ChartData | undefined;
  height?: number;
  /** Stands where there is nothing to draw. */
  empty: ReactNode;
  failure?: Failure | null;
  onRetry?: () => void;
  /** A later load is running; the old chart stays. */
  isFetching?: boolean;
  /** Below the chart. */
  note?: ReactNode;
  /** Where the page decides for all of its charts whether they are tables. */
  table?: { isOn: boolean; onChange: (isOn: boolean) => void };
}

/** A chart with its title, its table, and its own waiting, failure and emptiness: none holds up another. */
export function ChartCard({ title, controls, chart, empty, failure, isFetching = false, note, table, ...rest }: Props) {
  const { t } = useTranslation();
  const [own, setOwn] = useState(false);
  const { isOn, onChange } = table ?? { isOn: own, onChange: setOwn };
  const Icon = isOn ? IconChartBar : IconTable;
  const isDrawn = chart !== undefined && chart.buckets.length > 0;
  return (
    <Paper component="section" withBorder radius="lg" p="md" className={classes.card} aria-label={title}>
      <div className={classes.head}>
        <Title order={2}>{title}</Title>
        <div className={classes.controls}>
          {controls}
          {isDrawn && (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<Icon size={16} aria-hidden />}
              onClick={() => onChange(!isOn)}
            >
              {t(isOn ? 'chart.asChart' : 'chart.asTable')}
            </Button>
          )}
        </div>
      </div>
      <div aria-busy={isFetching || undefined}>
        <Body title={title} chart={chart} empty={empty} failure={failure} asTable={isOn} {...rest} />
      </div>
      {isDrawn && note}
    </Paper>
  );
}

type BodyProps = Pick<Props, 'title' | 'chart' | 'empty' | 'failure' | 'onRetry' | 'height'> & { asTable: boolean };

function Body({ title, chart, empty, failure, onRetry, height = usualHeight, asTable }: BodyProps) {
  if (!chart) return failure ? <ErrorState {...failure} onRetry={onRetry} /> : <ChartSkeleton height={height} />;
  return (
    <>
      {failure && <ErrorState {...failure} onRetry={onRetry} />}
      {chart.buckets.length === 0 ? (
        <div className={classes.empty} style={{ minBlockSize: height }}>
          {empty}
        </div>
      ) : (
        <Chart title={title} height={height} asTable={asTable} {...chart} />
      )}
    </>
  );
}
