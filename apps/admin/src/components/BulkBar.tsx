import { Button, CloseButton, Text } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './BulkBar.module.css';
import type { Selection } from './selection.js';

export interface BulkAction {
  id: string;
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  onRun: () => void;
}

/** What became of a deed over many rows. */
export interface BulkReport {
  done: number;
  failed: ReadonlyArray<{ id: string; name: string; message: string }>;
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
  report?: BulkReport | null;
  onRetry?: () => void;
}

/** What can be done with the selected rows, below their table. Escape lets them go. */
export function BulkBar({ selection, actions, total, max, busy = false, ...rest }: Props) {
  const { progress = null, report = null, onRetry } = rest;
  const { t } = useTranslation();
  useEscape(selection.clear, busy);
  const tooMany = selection.size > max;
  return (
    <section className={classes.bar} aria-label={t('selection.label')} aria-busy={busy}>
      {report && report.failed.length > 0 && <Failures report={report} busy={busy} onRetry={onRetry} />}
      {progress && <HowFar {...progress} />}
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

function HowFar({ done, total }: { done: number; total: number }) {
  const { t } = useTranslation();
  const words = t('selection.progress', { done, total });
  return (
    <div className={classes.progress} role="status">
      <progress max={total} value={done} aria-label={words} />
      <Text size="sm">{words}</Text>
    </div>
  );
}

function SelectMatching({ selection, total, max, busy }: Pick<Props, 'selection' | 'total' | 'max' | 'busy'>) {
  const { t } = useTranslation();
  if (selection.matching !== null || total <= selection.size) return null;
  if (total > max) return null;
  return (
    <Button size="compact-sm" variant="subtle" disabled={busy} onClick={() => selection.selectMatching(total)}>
      {t('selection.allMatching', { count: total })}
    </Button>
  );
}

function Failures({ report, busy, onRetry }: { report: BulkReport; busy: boolean; onRetry?: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <div className={classes.line}>
        <Text size="sm" c="var(--mantine-color-red-text)">
          {t('selection.result', { done: report.done, failed: report.failed.length })}
        </Text>
        {onRetry && (
          <Button size="compact-sm" variant="default" loading={busy} onClick={onRetry}>
            {t('selection.retry')}
          </Button>
        )}
      </div>
      <ul className={classes.failed}>
        {report.failed.map(({ id, name, message }) => (
          <li key={id}>
            <bdi>{name}</bdi>: {message}
          </li>
        ))}
      </ul>
    </div>
  );
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
