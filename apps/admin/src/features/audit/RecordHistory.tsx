import type { AuditEntryOutput } from '@ai-providers/contracts';
import { IconHistory } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { DataTable } from '../../components/DataTable.js';
import type { Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/EmptyState.js';
import { TextLink } from '../../components/links.js';
import { Time } from '../../components/Time.js';
import { ActorName } from './ActorName.js';
import classes from './Audit.module.css';
import { Changes } from './Changes.js';
import { Deed } from './Deed.js';
import { ListFoot } from './ListFoot.js';
import { useEntries } from './useEntries.js';

const pageSize = 25;

interface Props {
  /** The record's public id. */
  target: string;
  /** What the record is called. */
  name: string;
}

/** Everything that was done to one record. Its strings are those of `audit`: the route loads them. */
export function RecordHistory({ target, name }: Props) {
  const { t } = useTranslation('audit');
  const history = useEntries({ target, pageSize });
  return (
    <DataTable
      caption={t('history.caption', { name })}
      columns={useColumns()}
      rows={history.entries}
      rowId={({ sequence }) => sequence}
      rowName={({ sequence }) => t('detail.title', { sequence })}
      isFetching={history.isFetching}
      failure={history.isError ? failureOf(history.error) : null}
      onRetry={() => void history.refetch()}
      skeletonRows={5}
      empty={
        <EmptyState title={t('history.emptyTitle')} text={t('history.emptyText')} icon={<IconHistory aria-hidden />} />
      }
      footer={
        <Foot target={target}>
          <ListFoot
            end={t('history.end')}
            hasMore={history.hasNextPage}
            isLoading={history.isFetchingNextPage}
            onMore={() => void history.fetchNextPage()}
          />
        </Foot>
      }
    />
  );
}

function Foot({ target, children }: { target: string; children: ReactNode }) {
  const { t } = useTranslation('audit');
  return (
    <div className={classes.foot}>
      {children}
      <TextLink to="/audit" search={{ target }} size="sm">
        {t('history.all')}
      </TextLink>
    </div>
  );
}

function useColumns(): Array<Column<AuditEntryOutput>> {
  const { t } = useTranslation('audit');
  return [
    { id: 'time', header: t('column.time'), render: ({ occurredAt }) => <Time value={occurredAt} /> },
    { id: 'actor', header: t('column.actor'), render: (entry) => <ActorName entry={entry} /> },
    { id: 'event', header: t('column.event'), isRowHeader: true, render: (entry) => <WithChanges entry={entry} /> },
  ];
}

/** The sentence, and behind it the fields with both values. */
function WithChanges({ entry }: { entry: AuditEntryOutput }) {
  if (entry.changes.length === 0) return <Deed entry={entry} />;
  return (
    <details className={classes.folded}>
      <summary>
        <Deed entry={entry} />
      </summary>
      <div className={classes.foldedBody}>
        <Changes changes={entry.changes} />
      </div>
    </details>
  );
}
