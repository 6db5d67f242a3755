import type { SessionOutput } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import { browserOf } from './browser-name.js';

/** A browser in words, such as "Firefox on Linux". */
export function useSessionName({ userAgent }: Pick<SessionOutput, 'userAgent'>): string {
  const { t } = useTranslation('settings');
  const { browser, system } = browserOf(userAgent);
  if (browser && system) return t('sessions.on', { browser, system });
  return browser ?? system ?? t('sessions.unknown');
}
