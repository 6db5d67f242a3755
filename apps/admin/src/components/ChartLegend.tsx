import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dashOf, type ChartData } from './chart.js';
import classes from './Chart.module.css';

interface Props {
  kind: ChartData['kind'];
  items: ReadonlyArray<{ key: string; label: string; color: string; index: number }>;
  hidden: ReadonlySet<string>;
  onToggle: (key: string) => void;
}

/** A button for each series, pressed while the series is shown. One line alone is named by the title. */
export function ChartLegend({ kind, items, hidden, onToggle }: Props) {
  const { t } = useTranslation();
  if (kind === 'lines' && items.length < 2) return null;
  return (
    <div className={classes.legend} role="group" aria-label={t('chart.legend')}>
      {items.map(({ key, label, color, index }) => (
        <UnstyledButton
          key={key}
          className={classes.entry}
          aria-pressed={!hidden.has(key)}
          onClick={() => onToggle(key)}
        >
          <Swatch kind={kind} color={color} index={index} />
          <bdi>{label}</bdi>
        </UnstyledButton>
      ))}
    </div>
  );
}

/** Drawn, not painted as a background: high contrast drops backgrounds. */
export function Swatch({ kind, color, index }: { kind: ChartData['kind']; color: string; index: number }) {
  if (kind !== 'lines') {
    return (
      <svg className={classes.swatch} viewBox="0 0 12 12" aria-hidden>
        <rect width="12" height="12" rx="3" fill={color} />
      </svg>
    );
  }
  return (
    <svg className={classes.stroke} viewBox="0 0 24 12" aria-hidden>
      <line x1="0" x2="24" y1="6" y2="6" stroke={color} strokeWidth="2.5" strokeDasharray={dashOf(index)} />
    </svg>
  );
}
