import type { TokenOutput } from '@ai-providers/contracts';
import type { TFunction } from 'i18next';
import type { Column } from '../../components/data-table.js';
import { Ltr } from '../../components/Ltr.js';
import { Time } from '../../components/Time.js';
import { TokenExpiry } from './TokenExpiry.js';
import { TokenLastUse } from './TokenLastUse.js';
import { TokenName } from './TokenName.js';
import { TokenRights } from './TokenRights.js';
import { TokenState } from './TokenState.js';

type Words = TFunction<'tokens'>;

export function tokenColumns(t: Words, { withOwner }: { withOwner: boolean }): Array<Column<TokenOutput>> {
  return [
    {
      id: 'name',
      header: t('column.name'),
      sortKey: 'name',
      isRowHeader: true,
      render: (token) => <TokenName token={token} />,
    },
    { id: 'scopes', header: t('column.scopes'), render: (token) => <TokenRights token={token} /> },
    ...(withOwner ? [ownerColumn(t)] : []),
    {
      id: 'created',
      header: t('column.created'),
      sortKey: 'createdAt',
      minRoom: 750,
      render: ({ createdAt }) => <Time value={createdAt} />,
    },
    {
      id: 'expires',
      header: t('column.expires'),
      sortKey: 'expiresAt',
      render: (token) => <TokenExpiry token={token} />,
    },
    {
      id: 'lastUsed',
      header: t('column.lastUsed'),
      sortKey: 'lastUsedAt',
      render: (token) => <TokenLastUse token={token} />,
    },
    { id: 'state', header: t('column.state'), render: (token) => <TokenState token={token} /> },
  ];
}

function ownerColumn(t: Words): Column<TokenOutput> {
  return { id: 'owner', header: t('column.owner'), minRoom: 660, render: ({ owner }) => <Ltr>{owner.email}</Ltr> };
}
