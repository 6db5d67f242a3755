import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './BulkBar.module.css';

/** What became of a deed over many rows. */
export interface BulkReport {
  done: number;
  failed: ReadonlyArray<{ id: string; name: string; message: string }>;
  /** Those that it did not come to. */
  left: number;
  /** Why it ended before them, where nobody cancelled it. */
  reason?: string | undefined;
}

interface Props {
  report: BulkReport;
  busy: boolean;
  onRetry?: () => void;
}

/** How many were done, which were not and why, and a way to go on with those. */
export function BulkOutcome({ report: { done, failed, left, reason }, busy, onRetry }: Props) {
  const { t } = useTranslation();
  const isFailure = failed.length > 0 || reason !== undefined;
  const counts = { done, failed: failed.length, left };
  return (
    <div role={isFailure ? 'alert' : 'status'}>
      <div className={classes.line}>
        <Text size="sm" c={isFailure ? 'var(--mantine-color-red-text)' : undefined}>
          {t(left > 0 ? 'selection.resultLeft' : 'selection.result', counts)}
        </Text>
        {onRetry && (
          <Button size="compact-sm" variant="default" loading={busy} onClick={onRetry}>
            {t(left > 0 ? 'selection.goOn' : 'selection.retry')}
          </Button>
        )}
      </div>
      {reason !== undefined && <Text size="sm">{reason}</Text>}
      {failed.length > 0 && (
        <ul className={classes.failed}>
          {failed.map(({ id, name, message }) => (
            <li key={id}>
              <bdi>{name}</bdi>: {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
