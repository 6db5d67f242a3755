import type { AuditEntryOutput } from '@ai-providers/contracts';
import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { errorDataOf, failureOf } from '../../api/error-message.js';
import { SidePanel } from '../../components/Dialog.js';
import { EmptyState } from '../../components/EmptyState.js';
import { ErrorState } from '../../components/ErrorState.js';
import { useShortcuts } from '../../components/shortcuts.js';
import { FormSkeleton } from '../../components/Skeletons.js';
import { useFmt } from '../../i18n/fmt.js';
import classes from './Audit.module.css';
import { EntryDetails } from './EntryDetails.js';
import { useEntry } from './useAudit.js';
import { useAuditSearch } from './useAuditSearch.js';

interface Props {
  sequence: string;
  /** The rows of the list: the panel walks through them. */
  rows: readonly AuditEntryOutput[] | undefined;
}

/** One entry whole. */
export function EntryPanel({ sequence, rows = [] }: Props) {
  const { t } = useTranslation('audit');
  const fmt = useFmt();
  const { close } = useAuditSearch();
  const index = rows.findIndex((row) => row.sequence === sequence);
  const { data: entry, error, refetch } = useEntry(sequence, rows[index]);
  return (
    <SidePanel title={t('detail.title', { sequence: fmt.number(sequence) })} onClose={close} size={640}>
      <div className={classes.panel}>
        {index >= 0 && <Walk newer={rows[index - 1]} older={rows[index + 1]} />}
        {entry ? (
          <EntryDetails key={sequence} entry={entry} />
        ) : (
          <NoEntry error={error} onRetry={() => void refetch()} />
        )}
      </div>
    </SidePanel>
  );
}

function NoEntry({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('audit');
  if (!error) return <FormSkeleton />;
  if (errorDataOf(error)?.reason !== 'NOT_FOUND') return <ErrorState {...failureOf(error)} onRetry={onRetry} />;
  return <EmptyState title={t('detail.notFoundTitle')} text={t('detail.notFoundText')} />;
}

/** From entry to entry with the panel open; `j` and `k` do the same. */
function Walk({ newer, older }: Record<'newer' | 'older', AuditEntryOutput | undefined>) {
  const { t } = useTranslation('audit');
  const { open } = useAuditSearch();
  const to = (entry: AuditEntryOutput | undefined) => () => entry && open(entry.sequence);
  const inside = useRef<HTMLDivElement>(null);
  useShortcuts(
    [
      { keys: 'j', run: to(older) },
      { keys: 'k', run: to(newer) },
    ],
    inside,
  );
  const shared = { variant: 'default', size: 'md' } as const;
  return (
    <div ref={inside} className={classes.panelBar}>
      <ActionIcon {...shared} aria-label={t('detail.previous')} disabled={!newer} onClick={to(newer)}>
        <IconChevronUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon {...shared} aria-label={t('detail.next')} disabled={!older} onClick={to(older)}>
        <IconChevronDown size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}
