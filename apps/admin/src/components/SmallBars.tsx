import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './SmallBars.module.css';

interface Bar {
  key: string;
  value: number;
  /** What the bar is of. */
  label: string;
  /** The value in words. */
  text: string;
}

const height = 80;

/** A few values side by side, each with its number: without the weight of a chart. */
export function SmallBars({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ol className={classes.bars} aria-label={label}>
      {bars.map(({ key, value, label: name, text }) => (
        <li key={key} className={classes.bar}>
          <span className={classes.value}>{text}</span>
          <svg
            className={classes.plot}
            viewBox={`0 0 40 ${height}`}
            height={height}
            preserveAspectRatio="none"
            aria-hidden
          >
            <rect width={40} {...placeOf(value / most, value > 0)} />
          </svg>
          <span className={classes.label}>{name}</span>
        </li>
      ))}
    </ol>
  );
}

/** As high as the bars that take its place. */
export function BarsSkeleton() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-busy="true">
      <span className="visually-hidden">{t('table.loading')}</span>
      <Skeleton height={height + 44} aria-hidden />
    </div>
  );
}

/** Something is never drawn as nothing. */
function placeOf(share: number, isSome: boolean) {
  const high = Math.max(share * height, isSome ? 2 : 1);
  return { y: height - high, height: high };
}
