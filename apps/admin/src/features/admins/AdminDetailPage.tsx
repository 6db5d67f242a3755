import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { errorDataOf, failureOf } from '../../api/error-message.js';
import { useMay } from '../../api/me.js';
import { EmptyState } from '../../components/EmptyState.js';
import { ErrorState } from '../../components/ErrorState.js';
import { ButtonLink, TextLink } from '../../components/links.js';
import { Page } from '../../components/Page.js';
import { FormSkeleton } from '../../components/Skeletons.js';
import { Forbidden } from '../../layout/Forbidden.js';
import { AdminDetail } from './AdminDetail.js';
import type { AdminParts } from './admin-parts.js';
import { useAdmin } from './useAdmins.js';

const route = getRouteApi('/panel/admins/$id');
// Also an address that no account can have.
const unknown = ['NOT_FOUND', 'VALIDATION_FAILED'];

export function AdminDetailPage(parts: AdminParts) {
  return useMay('admins.manage') ? <Detail parts={parts} /> : <Forbidden />;
}

function Detail({ parts }: { parts: AdminParts }) {
  const { t } = useTranslation('admins');
  const { id } = route.useParams();
  const admin = useAdmin(id);
  const parents = [{ label: t('title'), link: <TextLink to="/admins">{t('title')}</TextLink> }];
  if (unknown.includes(errorDataOf(admin.error)?.reason ?? '')) return <NoSuchAdmin />;
  if (admin.data) return <AdminDetail key={admin.data.publicId} admin={admin.data} parents={parents} parts={parts} />;
  return (
    <Page title={t('detail.title')} parents={parents} isPending={!admin.isError}>
      {admin.isError ? (
        <ErrorState {...failureOf(admin.error)} onRetry={() => void admin.refetch()} />
      ) : (
        <FormSkeleton />
      )}
    </Page>
  );
}

function NoSuchAdmin() {
  const { t } = useTranslation('admins');
  return (
    <Page title={t('detail.notFoundTitle')}>
      <EmptyState title={t('detail.notFoundText')} action={<ButtonLink to="/admins">{t('detail.back')}</ButtonLink>} />
    </Page>
  );
}
