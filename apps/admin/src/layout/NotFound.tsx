import { useTranslation } from 'react-i18next';
import { PlainFrame } from '../components/PlainFrame.js';
import { LeadHome } from './LeadHome.js';

export function NotFound() {
  const { t } = useTranslation();
  return <LeadHome title={t('error.notFoundTitle')} text={t('error.notFoundText')} />;
}

/** For an address that belongs to no page. */
export function FullPageNotFound() {
  return (
    <PlainFrame>
      <NotFound />
    </PlainFrame>
  );
}
