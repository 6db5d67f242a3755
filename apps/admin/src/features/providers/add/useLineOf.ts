import { useTranslation } from 'react-i18next';
import { i18n } from '../../../i18n/index.js';

/** What a known provider is, in one line; '' for one that a newer server knows. */
export function useLineOf(): (kind: string) => string {
  const { t } = useTranslation('catalogue');
  return (kind) => {
    const key = `line.${kind}`;
    return i18n.exists(`catalogue:${key}`) ? t(key as 'line.openai') : ''; // any kind that exists has that type
  };
}
