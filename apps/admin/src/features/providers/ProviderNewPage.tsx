import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { useMay } from '../../api/me.js';
import { ErrorState } from '../../components/ErrorState.js';
import { TextLink } from '../../components/links.js';
import { Page } from '../../components/Page.js';
import { FormSkeleton } from '../../components/Skeletons.js';
import { Forbidden } from '../../layout/Forbidden.js';
import { ProviderCreateForm } from './ProviderCreateForm.js';
import { copyOf } from './provider-values.js';
import { useProvider } from './useProviders.js';

const route = getRouteApi('/panel/providers/new');

export function ProviderNewPage() {
  const { t } = useTranslation('providers');
  const { from } = route.useSearch();
  if (!useMay('providers.create')) return <Forbidden />;
  const parents = [{ label: t('title'), link: <TextLink to="/providers">{t('title')}</TextLink> }];
  return (
    <Page title={t('form.newTitle')} parents={parents}>
      {from === undefined ? <ProviderCreateForm /> : <CopyForm key={from} from={from} />}
    </Page>
  );
}

/** The form with everything of another provider but its key, which nobody is shown. */
function CopyForm({ from }: { from: string }) {
  const original = useProvider(from);
  if (original.data) return <ProviderCreateForm initialValues={copyOf(original.data)} />;
  if (!original.isError) return <FormSkeleton />;
  return <ErrorState {...failureOf(original.error)} onRetry={() => void original.refetch()} />;
}
