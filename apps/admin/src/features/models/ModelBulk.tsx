import type { ModelFilter } from '@ai-providers/contracts';
import { bulkMax } from '@ai-providers/contracts/names';
import {
  IconArrowBarToUp,
  IconBraces,
  IconDownload,
  IconPlayerPause,
  IconPlayerPlay,
  IconTags,
  IconTrash,
  type Icon,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BulkBar, type BulkAction } from '../../components/BulkBar.js';
import type { Selection } from '../../components/selection.js';
import { UnsavedGuard } from '../../components/UnsavedGuard.js';
import { BulkCapability } from './BulkCapability.js';
import { BulkConfig } from './BulkConfig.js';
import { BulkDelete } from './BulkDelete.js';
import { selectionAddress } from './export-address.js';
import { useModelBulk, useModelBulkDelete } from './useModelBulk.js';

interface Props {
  selection: Selection;
  filter: ModelFilter;
  total: number;
}

type Asking = 'capability' | 'config' | 'delete';

/** What can be done with the selected models. */
export function ModelBulk({ selection, filter, total }: Props) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const [last, setLast] = useState<'update' | 'delete'>('update');
  const update = useModelBulk({ selection, filter });
  const remove = useModelBulkDelete({ selection, filter });
  const running = last === 'update' ? update : remove;
  const change = (patch: Parameters<typeof update.run>[0]) => {
    setAsking(null);
    setLast('update');
    update.run(patch);
  };
  const onDelete = () => {
    setAsking(null);
    setLast('delete');
    remove.run(null);
  };
  const shared = { count: selection.size, onClose: () => setAsking(null) };
  const actions = useActions(change, setAsking, selectionAddress(selection, filter));
  // It stays mounted without rows: what is running, and what takes it back, is told here.
  if (selection.size === 0 && !running.isBusy) return null;
  return (
    <>
      <UnsavedGuard dirty={running.cancel !== undefined} param="tab" about="running" />
      <BulkBar
        selection={selection}
        actions={actions}
        total={total}
        max={bulkMax}
        busy={running.isBusy}
        progress={running.progress}
        onCancel={running.cancel}
        isStopping={running.isStopping}
        report={running.report}
        onRetry={running.retry}
      />
      {asking === 'capability' && <BulkCapability {...shared} onChange={change} />}
      {asking === 'config' && <BulkConfig {...shared} onChange={change} />}
      {asking === 'delete' && <BulkDelete {...shared} onDelete={onDelete} />}
    </>
  );
}

function useActions(
  change: (patch: { isActive: boolean } | { moveTo: 'top' }) => void,
  ask: (asking: Asking) => void,
  file: string | null,
): BulkAction[] {
  const { t } = useTranslation('models');
  const action = (id: BulkActionId, Icon: Icon, onRun: () => void): BulkAction => ({
    id,
    label: t(`bulk.${id}`),
    icon: <Icon size={14} aria-hidden />,
    danger: id === 'delete',
    onRun,
  });
  return [
    action('activate', IconPlayerPlay, () => change({ isActive: true })),
    action('deactivate', IconPlayerPause, () => change({ isActive: false })),
    action('capability', IconTags, () => ask('capability')),
    action('config', IconBraces, () => ask('config')),
    action('top', IconArrowBarToUp, () => change({ moveTo: 'top' })),
    ...(file === null ? [] : [action('export', IconDownload, () => window.location.assign(file))]),
    action('delete', IconTrash, () => ask('delete')),
  ];
}

type BulkActionId = 'activate' | 'deactivate' | 'top' | 'export' | Asking;
