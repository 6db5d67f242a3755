import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { serverAway } from './server-away.js';

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Whether this machine has a network at all. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine);
}

export function useServerAway(): boolean {
  return useSyncExternalStore(serverAway.subscribe, serverAway.get);
}

/** Why nothing can be changed at the moment, in a sentence; null while everything can. */
export function useCutOff(): string | null {
  const { t } = useTranslation();
  const isOffline = !useOnline();
  const away = useServerAway();
  if (isOffline) return t('error.offlineAction');
  return away ? t('error.awayAction') : null;
}
