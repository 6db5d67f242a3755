import { useTranslation } from 'react-i18next';
import { LeadHome } from './LeadHome.js';

/** For a page that the signed-in admin has no use of. */
export function Forbidden() {
  const { t } = useTranslation();
  return <LeadHome title={t('error.forbiddenTitle')} text={t('error.forbiddenText')} />;
}
