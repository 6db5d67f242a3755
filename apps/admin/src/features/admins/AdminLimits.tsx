import type { AdminStanding, SettingsOutput } from '@ai-providers/contracts';
import { IconPlugConnected } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { DataTable } from '../../components/DataTable.js';
import { EmptyState } from '../../components/EmptyState.js';
import { lazyPart } from '../../components/lazy-part.js';
import { useSelection } from '../../components/selection.js';
import { useRaiseWords } from '../../components/until.js';
import { useFmt } from '../../i18n/fmt.js';
import type { AdminParts } from './admin-parts.js';
import { limitActions, limitColumns, type LimitDeed } from './limit-columns.js';
import { useAdminSettings } from './useAdmins.js';

// Not needed to read the table.
const SetLimit = lazyPart(async () => (await import('./SetLimit.js')).SetLimit);
const ResetUsage = lazyPart(async () => (await import('./ResetUsage.js')).ResetUsage);
const LimitBulk = lazyPart(async () => (await import('./LimitBulk.js')).LimitBulk);

interface Props extends Pick<AdminParts, 'KeyInWords'> {
  admin: AdminStanding;
}

/** How an admin stands with every active provider, and what they may use. */
export function AdminLimits({ admin, KeyInWords }: Props) {
  const { t } = useTranslation('admins');
  const fmt = useFmt();
  const raiseWords = useRaiseWords();
  const settings = useAdminSettings(admin.publicId);
  const selection = useSelection('');
  const [asking, setAsking] = useState<{ deed: LimitDeed; settings: SettingsOutput } | null>(null);
  const rows = settings.data;
  const maySet = rows?.some(({ can }) => can.setLimit) ?? true;
  const close = () => setAsking(null);
  return (
    <>
      <DataTable
        caption={t('tab.limits')}
        rows={rows}
        rowId={({ provider }) => provider.publicId}
        rowName={({ provider }) => provider.displayName}
        columns={limitColumns({ t, fmt, admin: admin.publicId, raiseWords, KeyInWords })}
        rowActions={(row) => limitActions(t, row, (deed) => setAsking({ deed, settings: row }))}
        selection={maySet ? selection : undefined}
        isFetching={settings.isFetching}
        failure={settings.isError ? failureOf(settings.error) : null}
        onRetry={() => void settings.refetch()}
        empty={<EmptyState title={t('limits.emptyTitle')} text={t('limits.emptyText')} icon={<IconPlugConnected />} />}
      />
      <Suspense>
        {selection.size > 0 && <LimitBulk admin={admin} rows={rows ?? []} selection={selection} />}
        {asking?.deed === 'limit' && <SetLimit admin={admin} settings={asking.settings} onClose={close} />}
        {asking?.deed === 'reset' && <ResetUsage admin={admin} settings={asking.settings} onClose={close} />}
      </Suspense>
    </>
  );
}
