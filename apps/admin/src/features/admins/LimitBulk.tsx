import type { AdminOutput, SettingsOutput } from '@ai-providers/contracts';
import { bulkMax } from '@ai-providers/contracts/names';
import { IconGauge } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBulk } from '../../api/use-bulk.js';
import { BulkBar } from '../../components/BulkBar.js';
import type { Selection } from '../../components/selection.js';
import { toast } from '../../components/toast.js';
import { LimitDialog } from './LimitDialog.js';
import { useSetLimits } from './useAdminMutations.js';

const icon = <IconGauge size={14} aria-hidden />;

interface Props {
  admin: AdminOutput;
  rows: readonly SettingsOutput[];
  selection: Selection;
}

/** One limit for the selected providers. */
export function LimitBulk({ admin, rows, selection }: Props) {
  const { t } = useTranslation('admins');
  const [isAsking, setAsking] = useState(false);
  const slugOf = (publicId: string) => rows.find(({ provider }) => provider.publicId === publicId)?.provider.slug;
  const bulk = useBulk({
    selection,
    filter: {} as never, // every row is on the page: nothing is selected by a filter
    mutation: useSetLimits(admin.publicId, slugOf),
    onDone: (count) => toast.success(t('limits.saved', { count })),
  });
  return (
    <>
      <BulkBar
        selection={selection}
        actions={[{ id: 'limit', label: t('limit.set'), icon, onRun: () => setAsking(true) }]}
        total={selection.size}
        max={bulkMax}
        busy={bulk.isBusy}
        report={bulk.report}
        onRetry={bulk.retry}
      />
      {isAsking && (
        <LimitDialog
          title={t('limits.bulkTitle', { count: selection.size })}
          providers={rows.slice(0, 1).map(({ provider }) => provider)}
          onSave={({ monthlyLimit }) => {
            setAsking(false);
            bulk.run({ monthlyLimit });
          }}
          onClose={() => setAsking(false)}
        >
          {t('limit.text')}
        </LimitDialog>
      )}
    </>
  );
}
