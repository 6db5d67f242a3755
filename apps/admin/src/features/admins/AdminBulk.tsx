import type { AdminFilter } from '@ai-providers/contracts';
import { bulkMax } from '@ai-providers/contracts/names';
import { IconGauge, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBulk } from '../../api/use-bulk.js';
import { BulkBar, type BulkAction } from '../../components/BulkBar.js';
import { ConfirmOnce } from '../../components/ConfirmOnce.js';
import type { Selection } from '../../components/selection.js';
import { toast } from '../../components/toast.js';
import { LimitDialog } from './LimitDialog.js';
import { useChangeAdmins, type AdminsPatch } from './useAdminMutations.js';
import { useActiveProviders } from './useAdmins.js';

interface Props {
  selection: Selection;
  filter: AdminFilter;
  total: number;
}

/** What can be done with the selected accounts. */
export function AdminBulk({ selection, filter, total }: Props) {
  const { t } = useTranslation('admins');
  const [asking, setAsking] = useState<'disable' | 'limit' | null>(null);
  const providers = useActiveProviders().data ?? [];
  const bulk = useBulk({ selection, filter, mutation: useChangeAdmins(), onDone: useTellDone() });
  const run = (patch: AdminsPatch) => {
    setAsking(null);
    bulk.run(patch);
  };
  const close = () => setAsking(null);
  const actions = useActions({ onEnable: () => run({ isActive: true }), onAsk: setAsking });
  return (
    <>
      <BulkBar
        selection={selection}
        actions={providers.length > 0 ? actions : actions.filter(({ id }) => id !== 'limit')}
        total={total}
        max={bulkMax}
        busy={bulk.isBusy}
        report={bulk.report}
        onRetry={bulk.retry}
      />
      {asking === 'disable' && <Disable count={selection.size} onRun={run} onClose={close} />}
      {asking === 'limit' && (
        <LimitDialog
          title={t('bulk.limitTitle', { count: selection.size })}
          providers={providers}
          onSave={run}
          onClose={close}
        >
          {t('bulk.limitText')}
        </LimitDialog>
      )}
    </>
  );
}

interface DisableProps {
  count: number;
  onRun: (patch: AdminsPatch) => void;
  onClose: () => void;
}

function Disable({ count, onRun, onClose }: DisableProps) {
  const { t } = useTranslation('admins');
  return (
    <ConfirmOnce
      title={t('bulk.disableTitle', { count })}
      confirmLabel={t('bulk.disableConfirm')}
      danger
      onConfirm={() => onRun({ isActive: false })}
      onClose={onClose}
    >
      {t('bulk.disableText')}
    </ConfirmOnce>
  );
}

function useTellDone() {
  const { t } = useTranslation('admins');
  return (count: number, patch: AdminsPatch) => {
    const done = 'isActive' in patch ? (patch.isActive ? 'bulk.enabled' : 'bulk.disabled') : 'bulk.limited';
    toast.success(t(done, { count }));
  };
}

function useActions({ onEnable, onAsk }: { onEnable: () => void; onAsk: (what: 'disable' | 'limit') => void }) {
  const { t } = useTranslation('admins');
  const icon = { size: 14, 'aria-hidden': true } as const;
  const actions: BulkAction[] = [
    { id: 'enable', label: t('switch.enable'), icon: <IconPlayerPlay {...icon} />, onRun: onEnable },
    {
      id: 'disable',
      label: t('bulk.disable'),
      icon: <IconPlayerPause {...icon} />,
      onRun: () => onAsk('disable'),
    },
    { id: 'limit', label: t('limit.set'), icon: <IconGauge {...icon} />, onRun: () => onAsk('limit') },
  ];
  return actions;
}
