import type { ProviderOutput } from '@ai-providers/contracts';
import { Suspense, useState, type ReactNode } from 'react';
import { lazyPart } from '../../components/lazy-part.js';
import type { ProviderMoves } from './useProviderOrder.js';
import { useProviderToggle } from './useProviderToggle.js';

// Loaded when one is first needed: most visits to a list change nothing.
const DeleteProvider = lazyPart(async () => (await import('./DeleteProvider.js')).DeleteProvider);
const MoveProvider = lazyPart(async () => (await import('./MoveProvider.js')).MoveProvider);

interface Open {
  kind: 'delete' | 'move';
  provider: ProviderOutput;
}

interface Dialogs {
  open: (kind: Open['kind']) => (provider: ProviderOutput) => void;
  toggle: (provider: ProviderOutput) => void;
  dialogs: ReactNode;
}

/** The one dialog that a list has open at a time, and what opens it. */
export function useProviderDialogs(moves: ProviderMoves, total: number): Dialogs {
  const [now, setNow] = useState<Open | null>(null);
  const [toggle, disabling] = useProviderToggle();
  const close = () => setNow(null);
  const dialogs = (
    <>
      {disabling}
      <Suspense>
        {now?.kind === 'delete' && <DeleteProvider provider={now.provider} onClose={close} />}
        {now?.kind === 'move' && (
          <MoveProvider
            provider={now.provider}
            total={total}
            onMove={(position) => moves.toPosition(now.provider, position)}
            onClose={close}
          />
        )}
      </Suspense>
    </>
  );
  return { open: (kind) => (provider) => setNow({ kind, provider }), toggle, dialogs };
}
