import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { errorDataOf, failureOf } from '../../api/error-message.js';
import { EmptyState } from '../../components/EmptyState.js';
import { ErrorState } from '../../components/ErrorState.js';
import { ButtonLink, TextLink } from '../../components/links.js';
import { Page } from '../../components/Page.js';
import type { OtherParts } from './detail/ProviderTabs.js';
import { TabsSkeleton } from './detail/TabSkeleton.js';
import { ProviderDetail } from './ProviderDetail.js';
import { useProvider } from './useProviders.js';

const route = getRouteApi('/panel/providers/$slug');

/** `others` are the tabs of other rooms. */
export function ProviderDetailPage({ others }: { others: OtherParts }) {
  const { t } = useTranslation('providers');
  const { slug } = route.useParams();
  const { tab = 'overview' } = route.useSearch();
  const provider = useProvider(slug);
  const parents = [{ label: t('title'), link: <TextLink to="/providers">{t('title')}</TextLink> }];
  if (errorDataOf(provider.error)?.reason === 'NOT_FOUND') return <NoSuchProvider />;
  if (provider.data)
    return <ProviderDetail key={provider.data.publicId} provider={provider.data} parents={parents} others={others} />;
  return (
    <Page title={slug} parents={parents} isPending={!provider.isError}>
      {provider.isError ? (
        <ErrorState {...failureOf(provider.error)} onRetry={() => void provider.refetch()} />
      ) : (
        <TabsSkeleton tab={tab} />
      )}
    </Page>
  );
}

function NoSuchProvider() {
  const { t } = useTranslation('providers');
  return (
    <Page title={t('detail.notFoundTitle')}>
      <EmptyState
        title={t('detail.notFoundText')}
        action={<ButtonLink to="/providers">{t('detail.back')}</ButtonLink>}
      />
    </Page>
  );
}
