import type { ProviderOutput } from '@ai-providers/contracts';
import { Suspense, useState, type ReactNode } from 'react';
import { lazyPart } from '../../components/lazy-part.js';
import { useSetActive } from './useProviderMutations.js';

// Most visits to a list switch nothing off.
const DisableProvider = lazyPart(async () => (await import('./DisableProvider.js')).DisableProvider);

/** Switches a provider on or off; asks first where people may depend on it. */
export function useProviderToggle(): [toggle: (provider: ProviderOutput) => void, dialog: ReactNode] {
  const setActive = useSetActive();
  const [asking, setAsking] = useState<ProviderOutput | null>(null);

  const change = ({ publicId, isActive }: ProviderOutput) =>
    setActive.mutate({ publicId, patch: { isActive: !isActive } });
  const toggle = (provider: ProviderOutput) => {
    if (provider.isActive && mayBeMissed(provider)) setAsking(provider);
    else change(provider);
  };
  const confirm = (provider: ProviderOutput) => {
    setAsking(null);
    change(provider);
  };
  const dialog = (
    <Suspense>
      {asking && (
        <DisableProvider provider={asking} onConfirm={() => confirm(asking)} onClose={() => setAsking(null)} />
      )}
    </Suspense>
  );
  return [toggle, dialog];
}

const mayBeMissed = ({ models, lastUsedAt }: ProviderOutput) => models.active > 0 || Boolean(lastUsedAt);
