import { Button, CloseButton, Text } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './BulkBar.module.css';
import { BulkOutcome, type BulkReport } from './BulkReport.js';
import type { Selection } from './selection.js';

export interface BulkAction {
  id: string;
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  onRun: () => void;
}

interface Props {
  selection: Selection;
  actions: readonly BulkAction[];
  /** How many rows the filter matches, on all pages. */
  total: number;
  /** As many as one deed may touch. */
  max: number;
  busy?: boolean;
  /** How far it is, where it takes a while. */
  progress?: { done: number; total: number } | null;
  /** Ends it after what is at work; the rest stays as it is. */
  onCancel?: (() => void) | undefined;
  isStopping?: boolean;
  report?: BulkReport | null;
  onRetry?: () => void;
}

/** What can be done with the selected rows, below their table. Escape lets them go. */
export function BulkBar({ selection, actions, total, max, busy = false, ...rest }: Props) {
  const { progress = null, report = null, onRetry, onCancel, isStopping = false } = rest;
  const { t } = useTranslation();
  useEscape(selection.clear, busy);
  const tooMany = selection.size > max;
  return (
    <section ref={tellHeight} className={classes.bar} aria-label={t('selection.label')} aria-busy={busy}>
      {report && <BulkOutcome report={report} busy={busy} onRetry={onRetry} />}
      {progress && <HowFar {...progress} onCancel={onCancel} isStopping={isStopping} />}
      <div className={classes.line}>
        <Text size="sm" fw={600}>
          {t('selection.count', { count: selection.size })}
        </Text>
        {actions.map(({ id, label, icon, danger, onRun }) => (
          <Button
            key={id}
            size="compact-sm"
            variant="default"
            c={danger ? 'var(--mantine-color-red-text)' : undefined}
            leftSection={icon}
            disabled={busy || tooMany}
            onClick={onRun}
          >
            {label}
          </Button>
        ))}
        <SelectMatching selection={selection} total={total} max={max} busy={busy} />
        <CloseButton aria-label={t('selection.clear')} disabled={busy} onClick={selection.clear} />
      </div>
      {tooMany && <Text size="sm">{t('selection.tooMany', { max })}</Text>}
    </section>
  );
}

interface HowFarProps extends Pick<Props, 'onCancel'> {
  done: number;
  total: number;
  isStopping: boolean;
}

function HowFar({ done, total, onCancel, isStopping }: HowFarProps) {
  const { t } = useTranslation();
  const words = t('selection.progress', { done, total });
  return (
    <div className={classes.progress}>
      <progress max={total} value={done} aria-label={words} />
      <Text size="sm" role="status">
        {isStopping ? t('selection.stopping') : words}
      </Text>
      {onCancel && (
        <Button size="compact-sm" variant="default" disabled={isStopping} onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      )}
    </div>
  );
}

function SelectMatching({ selection, total, max, busy }: Pick<Props, 'selection' | 'total' | 'max' | 'busy'>) {
  const { t } = useTranslation();
  if (selection.matching !== null || total <= selection.size) return null;
  if (total > max) return <Text size="sm">{t('selection.beyondMax', { count: total, max })}</Text>;
  return (
    <Button size="compact-sm" variant="subtle" disabled={busy} onClick={() => selection.selectMatching(total)}>
      {t('selection.allMatching', { count: total })}
    </Button>
  );
}

/** The toasts stand above the bar, however many lines it has. */
function tellHeight(bar: HTMLElement | null) {
  if (!bar) return;
  const { style } = document.body;
  const observer = new ResizeObserver(() => style.setProperty('--bulk-bar-height', `${bar.offsetHeight}px`));
  observer.observe(bar);
  return () => {
    observer.disconnect();
    style.removeProperty('--bulk-bar-height');
  };
}

// Layers, fields and a row that is being carried have an Escape of their own.
const elsewhere = 'input[type="search"], input[type="text"], textarea, [aria-pressed="true"]';
const layers = '[role="dialog"], [role="menu"], [role="listbox"]';

function useEscape(clear: () => void, busy: boolean): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || busy) return;
      if (event.target instanceof Element && event.target.closest(elsewhere)) return;
      if (document.querySelector(layers) === null) clear();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
}
