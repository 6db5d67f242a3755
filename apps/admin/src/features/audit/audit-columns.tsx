import type { AuditEntryOutput } from '@ai-providers/contracts';
import type { TFunction } from 'i18next';
import type { Column } from '../../components/data-table.js';
import { Ltr } from '../../components/Ltr.js';
import { Time } from '../../components/Time.js';
import { ActorName } from './ActorName.js';
import classes from './Audit.module.css';
import { Deed } from './Deed.js';
import { TargetLink } from './TargetLink.js';
import { Way } from './Way.js';

interface Context {
  t: TFunction<'audit'>;
  zone: 'UTC' | undefined;
  /** Who sees their own deeds alone needs no column for who it was. */
  withActor: boolean;
}

export function auditColumns({ t, zone, withActor }: Context): Array<Column<AuditEntryOutput>> {
  const columns: Array<Column<AuditEntryOutput> | false> = [
    { id: 'time', header: t('column.time'), render: ({ occurredAt }) => <Time value={occurredAt} zone={zone} /> },
    withActor && { id: 'actor', header: t('column.actor'), render: (entry) => <ActorName entry={entry} /> },
    { id: 'event', header: t('column.event'), isRowHeader: true, render: (entry) => <Deed entry={entry} /> },
    {
      id: 'target',
      header: t('column.target'),
      minRoom: 880,
      render: ({ target }) => <TargetLink target={target} />,
    },
    { id: 'via', header: t('column.via'), minRoom: 660, render: (entry) => <Way {...entry} /> },
    {
      id: 'ip',
      header: t('column.ip'),
      minRoom: 760,
      render: ({ ip }) => <Address ip={ip} />,
    },
  ];
  return columns.filter((column) => column !== false);
}

function Address({ ip }: Pick<AuditEntryOutput, 'ip'>) {
  if (ip === null) return '—';
  return (
    <span className={classes.ip}>
      <Ltr mono>{ip}</Ltr>
    </span>
  );
}
