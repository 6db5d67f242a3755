import type { AuditEntryOutput } from '@ai-providers/contracts';
import { Button } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Audit.module.css';
import { useNewerCount } from './useAudit.js';
import { useAuditSearch } from './useAuditSearch.js';

/** The server counts no further. */
const mostCounted = 100;

interface Props {
  entries: readonly AuditEntryOutput[] | undefined;
  onShow: () => void;
}

/** What happened meanwhile is offered, so that no row moves under the reader's eyes. */
export function NewerEntries({ entries, onShow }: Props) {
  const { t } = useTranslation('audit');
  const { search } = useAuditSearch();
  const count = useNewerCount(search, entries);
  return (
    <div role="status" className={classes.newer} hidden={count === 0}>
      {count > 0 && (
        <Button size="compact-md" variant="light" leftSection={<IconArrowUp size={14} aria-hidden />} onClick={onShow}>
          {t(count >= mostCounted ? 'list.newerMost' : 'list.newer', { count })}
        </Button>
      )}
    </div>
  );
}
