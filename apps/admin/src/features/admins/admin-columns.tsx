import type { AdminStanding } from '@ai-providers/contracts';
import type { TFunction } from 'i18next';
import type { Column } from '../../components/data-table.js';
import { Time } from '../../components/Time.js';
import type { Fmt } from '../../i18n/fmt.js';
import { RoleBadge, StateBadge } from './AdminBadges.js';
import { AdminMonth } from './AdminMonth.js';
import { AdminName } from './AdminName.js';

export function adminColumns(t: TFunction<'admins'>, fmt: Fmt): Array<Column<AdminStanding>> {
  return [
    {
      id: 'name',
      header: t('column.name'),
      sortKey: 'name',
      isRowHeader: true,
      render: (admin) => <AdminName admin={admin} />,
    },
    { id: 'role', header: t('column.role'), render: ({ role }) => <RoleBadge role={role} /> },
    { id: 'state', header: t('column.state'), render: (admin) => <StateBadge admin={admin} /> },
    ...figureColumns(t, fmt),
  ];
}

function figureColumns(t: TFunction<'admins'>, fmt: Fmt): Array<Column<AdminStanding>> {
  return [
    {
      id: 'providers',
      header: t('column.providers'),
      align: 'end',
      minRoom: 790,
      render: ({ providers: { usable, total } }) => t('list.usable', { usable, total }),
    },
    {
      id: 'keys',
      header: t('column.keys'),
      align: 'end',
      minRoom: 880,
      render: ({ personalKeys }) => fmt.number(personalKeys),
    },
    {
      id: 'usage',
      header: t('column.usage'),
      sortKey: 'requestsThisMonth',
      align: 'end',
      render: (admin) => <AdminMonth admin={admin} />,
    },
    {
      id: 'seen',
      header: t('column.lastSeen'),
      sortKey: 'lastSeenAt',
      minRoom: 700,
      render: ({ lastSeenAt }) => <Time value={lastSeenAt} />,
    },
  ];
}
