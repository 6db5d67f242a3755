import type { ProviderOutput } from '@ai-providers/contracts';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useState, type ReactNode } from 'react';
import { lazyPart } from '../../../components/lazy-part.js';

// Most visits delete nothing.
const DeleteProvider = lazyPart(async () => (await import('../DeleteProvider.js')).DeleteProvider);

/** Deletes the provider of a page, which goes on to the list; asks first. */
export function useGiveUp(provider: ProviderOutput): [ask: () => void, dialog: ReactNode] {
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const dialog = (
    <Suspense>
      {isAsking && (
        <DeleteProvider
          provider={provider}
          onDeleted={() => void navigate({ to: '/providers', replace: true, ignoreBlocker: true })}
          onClose={() => setIsAsking(false)}
        />
      )}
    </Suspense>
  );
  return [() => setIsAsking(true), dialog];
}
