import type { ReactNode } from 'react';
import classes from './RankBars.module.css';

interface Rank {
  key: string;
  label: ReactNode;
  value: number;
}

interface Props {
  /** What is ranked; read out. */
  title: string;
  rows: readonly Rank[];
  formatValue: (value: number) => string;
}

/** The largest first, as bars that begin where a line begins, with their numbers. */
export function RankBars({ title, rows, formatValue }: Props) {
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <ol className={classes.root} aria-label={title}>
      {rows.map(({ key, label, value }) => (
        <li key={key} className={classes.row}>
          <span className={classes.label}>{label}</span>
          <span className={classes.value}>{formatValue(value)}</span>
          <span className={classes.track} aria-hidden>
            <span className={classes.bar} style={{ inlineSize: `${(value / most) * 100}%` }} />
          </span>
        </li>
      ))}
    </ol>
  );
}
