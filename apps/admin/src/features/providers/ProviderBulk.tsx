import type { BulkTarget, ProviderFilter } from '@ai-providers/contracts';
import { bulkMax } from '@ai-providers/contracts/names';
import { IconCopy, IconDownload, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LazyExport } from '../../api/ExportButton.js';
import { targetOf, useBulk } from '../../api/use-bulk.js';
import { BulkBar, type BulkAction } from '../../components/BulkBar.js';
import { canCopy } from '../../components/clipboard.js';
import { ConfirmOnce } from '../../components/ConfirmOnce.js';
import type { Selection } from '../../components/selection.js';
import { toast } from '../../components/toast.js';
import { DisableEffect } from './DisableEffect.js';
import { useBulkUpdateProviders } from './useProviderMutations.js';
import { exportAddress } from './export-address.js';
import { useCopySlugs } from './useCopySlugs.js';

interface Props {
  selection: Selection;
  filter: ProviderFilter;
  total: number;
}

/** What can be done with the selected providers. */
export function ProviderBulk({ selection, filter, total }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  const [isExporting, setIsExporting] = useState(false);
  const bulk = useSwitches(selection, filter);
  const csv = exportAddress(selection, filter);
  const actions = useActions(selection, filter, {
    onSwitch: (isActive) => (isActive ? bulk.run({ isActive }) : setIsAsking(true)),
    onExport: csv === null ? undefined : () => setIsExporting(true),
  });
  const confirm = () => {
    setIsAsking(false);
    bulk.run({ isActive: false });
  };
  return (
    <>
      <BulkBar
        selection={selection}
        actions={actions}
        total={total}
        max={bulkMax}
        busy={bulk.isBusy}
        report={bulk.report}
        onRetry={bulk.retry}
      />
      {isAsking && (
        <ConfirmDisable selection={selection} filter={filter} onConfirm={confirm} onClose={() => setIsAsking(false)} />
      )}
      {isExporting && <ExportSelected csv={csv} onClose={() => setIsExporting(false)} />}
    </>
  );
}

function useSwitches(selection: Selection, filter: ProviderFilter) {
  const { t } = useTranslation('providers');
  const { mutate: takeBack } = useBulkUpdateProviders();
  return useBulk({
    selection,
    filter,
    mutation: useBulkUpdateProviders(),
    onDone: (count, { isActive }: { isActive: boolean }, changed) =>
      toast.success(
        t(isActive ? 'bulk.activated' : 'bulk.deactivated', { count }),
        changed.length > 0 ? { undo: () => takeBack({ publicIds: changed, patch: { isActive: !isActive } }) } : {},
      ),
  });
}

function ExportSelected({ csv, onClose }: { csv: string | null; onClose: () => void }) {
  const { t } = useTranslation('providers');
  return csv !== null && <LazyExport label={t('bulk.export')} files={{ csv }} onClose={onClose} />;
}

interface ConfirmProps extends Pick<Props, 'selection' | 'filter'> {
  onConfirm: () => void;
  onClose: () => void;
}

function ConfirmDisable({ selection, filter, onConfirm, onClose }: ConfirmProps) {
  const { t } = useTranslation('providers');
  const target = targetOf(selection, filter);
  return (
    <ConfirmOnce
      title={t('bulk.disableTitle', { count: selection.size })}
      confirmLabel={t('bulk.disableConfirm')}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {isCountable(target) ? (
        <DisableEffect target={target}>{t('bulk.disableText')}</DisableEffect>
      ) : (
        t('bulk.disableUncounted')
      )}
    </ConfirmOnce>
  );
}

/** A question is asked in an address, which holds only so many names. */
const isCountable = (target: BulkTarget<ProviderFilter>) => !('publicIds' in target) || target.publicIds.length <= 80;

interface Deeds {
  onSwitch: (on: boolean) => void;
  /** Undefined where the selection fits into no address. */
  onExport: (() => void) | undefined;
}

function useActions(selection: Selection, filter: ProviderFilter, { onSwitch, onExport }: Deeds): BulkAction[] {
  const { t } = useTranslation('providers');
  const copySlugs = useCopySlugs(filter);
  const icon = { size: 14, 'aria-hidden': true } as const;
  const copy: BulkAction = {
    id: 'copy',
    label: t('bulk.copy'),
    icon: <IconCopy {...icon} />,
    onRun: () => void copySlugs(selection),
  };
  return [
    {
      id: 'activate',
      label: t('list.activate'),
      icon: <IconPlayerPlay {...icon} />,
      onRun: () => onSwitch(true),
    },
    {
      id: 'deactivate',
      label: t('list.deactivate'),
      icon: <IconPlayerPause {...icon} />,
      onRun: () => onSwitch(false),
    },
    ...(canCopy() ? [copy] : []),
    ...(onExport === undefined
      ? []
      : [
          {
            id: 'export',
            label: t('bulk.export'),
            icon: <IconDownload {...icon} />,
            onRun: onExport,
          },
        ]),
  ];
}
