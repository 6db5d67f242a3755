import type { ProviderOutput } from '@ai-providers/contracts';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState, type ReactNode } from 'react';

// Most visits delete nothing.
const DeleteProvider = lazy(async () => ({ default: (await import('../DeleteProvider.js')).DeleteProvider }));

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
