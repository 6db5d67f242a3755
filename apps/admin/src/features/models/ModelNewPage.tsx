import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { useMay } from '../../api/me.js';
import { EmptyState } from '../../components/EmptyState.js';
import { ErrorState } from '../../components/ErrorState.js';
import { ButtonLink, TextLink } from '../../components/links.js';
import { Page } from '../../components/Page.js';
import { FormSkeleton } from '../../components/Skeletons.js';
import { Forbidden } from '../../layout/Forbidden.js';
import { ModelCreateForm } from './ModelCreateForm.js';
import { useModelSource, useProviderChoices } from './useModels.js';

const route = getRouteApi('/panel/models/new');

export function ModelNewPage() {
  const { t } = useTranslation('models');
  if (!useMay('models.create')) return <Forbidden />;
  const parents = [{ label: t('title'), link: <TextLink to="/models">{t('title')}</TextLink> }];
  return (
    <Page title={t('form.newTitle')} parents={parents}>
      <WithProviders />
    </Page>
  );
}

/** A model belongs to a provider, so the form waits for the choices. */
function WithProviders() {
  const { t } = useTranslation('models');
  const { data, error, refetch } = useProviderChoices();
  const source = useModelSource(route.useSearch().from);
  if (!data || source.isLoading)
    return error ? <ErrorState {...failureOf(error)} onRetry={() => void refetch()} /> : <FormSkeleton />;
  const providers = data.items.filter(({ can }) => can.addModel);
  if (providers.length > 0) return <ModelCreateForm providers={providers} source={source.data} />;
  return (
    <EmptyState
      title={t('form.noProviderTitle')}
      text={t('form.noProviderText')}
      action={<ButtonLink to="/providers/new">{t('form.addProvider')}</ButtonLink>}
    />
  );
}
