import { useDirection } from '@mantine/core';
import { useId } from 'react';
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  Rectangle,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
  type BarShapeProps,
} from 'recharts';
import { dashOf, type ChartData, type PlotProps, type PlotSeries } from './chart.js';
import classes from './Chart.module.css';
import { ChartTip } from './ChartTip.js';

/** The drawing itself. Time runs in the direction of the language, the axis of values stands where a line begins. */
export function ChartPlot({ title, data, series, height }: PlotProps) {
  const isRtl = useDirection().dir === 'rtl';
  const hatch = useId();
  const { buckets, level } = data;
  const named = { role: 'application', 'aria-label': title };
  const rows = buckets.map((at, index) => ({ at, ...valuesAt(series, index) }));
  const tip = ({ active, label }: { active: boolean; label?: string | number }) =>
    active && <ChartTip at={String(label)} data={data} series={series} isRtl={isRtl} />;
  return (
    <div className={classes.plot} dir="ltr" style={{ blockSize: height }}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart data={rows} margin={{ top: 8, right: 16, left: 16, bottom: 8 }} accessibilityLayer {...named}>
          <defs>
            {[...series, { index: -1, color: 'var(--mantine-color-dimmed)' }].map(({ index, color }) => (
              <Hatch key={index} id={`${hatch}${index}`} color={color} />
            ))}
          </defs>
          <CartesianGrid vertical={false} strokeDasharray="5 5" stroke="var(--panel-hairline)" />
          {axesOf(data, isRtl)}
          <Tooltip content={tip} cursor={cursor} isAnimationActive={false} />
          {stretchOf(data, hatch)}
          {series.map((each) => drawn(each, data, hatch))}
          {level && levelOf(level, isRtl)}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

const cursor = { fill: 'var(--panel-raised)', fillOpacity: 0.8, stroke: 'var(--panel-input-border)', strokeWidth: 1 };

// A name with a dot would be read as a path.
const nameOf = (index: number) => `s${index}`;

const valuesAt = (series: readonly PlotSeries[], at: number) =>
  Object.fromEntries(series.map(({ index, values }) => [nameOf(index), values[at] ?? null]));

const isolated = (text: string, isRtl: boolean) => (isRtl ? `\u2067${text}\u2069` : text);
const text = { fontSize: 12, fill: 'var(--mantine-color-dimmed)' };

function axesOf({ formatBucket, formatTick, formatValue }: ChartData, isRtl: boolean) {
  const plain = { axisLine: false, tickLine: false, tick: text, tickMargin: 8 } as const;
  return (
    <>
      <XAxis
        {...plain}
        dataKey="at"
        reversed={isRtl}
        minTickGap={16}
        interval="equidistantPreserveStart"
        tickFormatter={(at: string) => isolated(formatBucket(at, 'short'), isRtl)}
      />
      <YAxis
        {...plain}
        orientation={isRtl ? 'right' : 'left'}
        width={64}
        allowDecimals={false}
        tickFormatter={(value: number) => isolated((formatTick ?? formatValue)(value), isRtl)}
      />
    </>
  );
}

/** More points than these are a line by themselves. */
const dotsUpTo = 31;

function drawn({ index, color }: PlotSeries, { kind, buckets, partial }: ChartData, hatch: string) {
  const shared = { dataKey: nameOf(index), fill: color, isAnimationActive: false } as const;
  if (kind === 'bars') {
    const last = partial === undefined ? undefined : buckets.at(-1);
    const shape = (bar: BarShapeProps) => drawBar(bar, last, `url(#${hatch}${index})`);
    return <Bar key={index} {...shared} stackId="stack" maxBarSize={48} shape={shape} />;
  }
  const stroke = { stroke: color, strokeWidth: 2, type: 'linear' } as const;
  if (kind === 'area') return <Area key={index} {...shared} {...stroke} stackId="stack" fillOpacity={0.45} />;
  const dot = buckets.length <= dotsUpTo && { r: 3, fill: color, strokeDasharray: '' };
  return <Line key={index} {...shared} {...stroke} strokeDasharray={dashOf(index)} dot={dot} connectNulls />;
}

function drawBar({ payload, ...bar }: BarShapeProps, last: string | undefined, hatch: string) {
  const isLast = last !== undefined && (payload as { at?: string } | undefined)?.at === last; // a row of our own data
  return <Rectangle {...bar} fill={isLast ? hatch : bar.fill} stroke="var(--panel-card)" strokeWidth={1} />;
}

/** Bars are hatched by themselves; of lines and areas, the way to their last point. */
function stretchOf({ kind, buckets, partial }: ChartData, hatch: string) {
  if (kind === 'bars' || partial === undefined || buckets.length < 2) return null;
  return (
    <ReferenceArea
      x1={buckets.at(-2)}
      x2={buckets.at(-1)}
      fill={`url(#${hatch}-1)`}
      fillOpacity={0.35}
      strokeOpacity={0}
    />
  );
}

function levelOf({ value, label }: NonNullable<ChartData['level']>, isRtl: boolean) {
  const color = 'var(--mantine-color-red-text)';
  const position = isRtl ? ('insideTopRight' as const) : ('insideTopLeft' as const);
  return (
    <ReferenceLine
      y={value}
      stroke={color}
      ifOverflow="extendDomain"
      label={{ value: isolated(label, isRtl), position, fill: color, fontSize: 12 }}
    />
  );
}

function Hatch({ id, color }: { id: string; color: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" fill={color} fillOpacity={0.2} />
      <rect width="2.5" height="6" fill={color} />
    </pattern>
  );
}
