import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/EmptyState.js';
import { ButtonLink } from '../components/links.js';
import { Page } from '../components/Page.js';

/** A page with nothing but a sentence and the way home. */
export function LeadHome({ title, text }: { title: string; text: string }) {
  const { t } = useTranslation();
  return (
    <Page title={title}>
      <EmptyState title={text} action={<ButtonLink to="/">{t('action.home')}</ButtonLink>} />
    </Page>
  );
}
