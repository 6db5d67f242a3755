import type { ProviderOutput } from '@ai-providers/contracts';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me.js';
import type { Column } from '../../components/data-table.js';
import { useFmt } from '../../i18n/fmt.js';
import { providerColumns } from './provider-columns.js';
import { useSetActive } from './useProviderMutations.js';

// Most visits to a list switch nothing off.
const DisableProvider = lazy(async () => ({ default: (await import('./DisableProvider.js')).DisableProvider }));

interface Columns {
  columns: Array<Column<ProviderOutput>>;
  /** The question before a provider that models depend on is switched off. */
  dialog: ReactNode;
}

export function useProviderColumns(rows: readonly ProviderOutput[] | undefined): Columns {
  const { t } = useTranslation('providers');
  const fmt = useFmt();
  const expectsDetails = useMay('providers.create');
  const setActive = useSetActive();
  const [asking, setAsking] = useState<ProviderOutput | null>(null);

  const change = ({ publicId, isActive }: ProviderOutput) =>
    setActive.mutate({ publicId, patch: { isActive: !isActive } });
  const onToggle = (provider: ProviderOutput) => {
    if (provider.isActive && provider.models.active > 0) setAsking(provider);
    else change(provider);
  };
  const confirm = (provider: ProviderOutput) => {
    setAsking(null);
    change(provider);
  };
  return {
    columns: providerColumns({ t, fmt, rows, expectsDetails, onToggle }),
    dialog: (
      <Suspense>
        {asking && (
          <DisableProvider provider={asking} onConfirm={() => confirm(asking)} onClose={() => setAsking(null)} />
        )}
      </Suspense>
    ),
  };
}
