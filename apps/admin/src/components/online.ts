import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

let isAway = false;
const listeners = new Set<() => void>();

/** Whether the last call of the server got no answer at all. */
export const serverAway = {
  get: () => isAway,
  note(next: boolean): void {
    if (isAway === next) return;
    isAway = next;
    for (const listener of listeners) listener();
  },
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Whether this machine has a network at all. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine);
}

export function useServerAway(): boolean {
  return useSyncExternalStore(subscribe, serverAway.get);
}

/** Why nothing can be changed at the moment, in a sentence; null while everything can. */
export function useCutOff(): string | null {
  const { t } = useTranslation();
  const isOffline = !useOnline();
  const away = useServerAway();
  if (isOffline) return t('error.offlineAction');
  return away ? t('error.awayAction') : null;
}
