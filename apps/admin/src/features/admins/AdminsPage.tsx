import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/me.js';
import { lazyPart } from '../../components/lazy-part.js';
import { usePageActions } from '../../components/page-actions.js';
import { Page } from '../../components/Page.js';
import { useFmt } from '../../i18n/fmt.js';
import { Forbidden } from '../../layout/Forbidden.js';
import { AdminFilters } from './AdminFilters.js';
import { AdminTable } from './AdminTable.js';
import { useAdmins } from './useAdmins.js';
import { useAdminsSearch } from './useAdminsSearch.js';

export { prefetchAdmins } from './useAdmins.js';

// With the contract's validator, which the list does not need.
const InviteDialog = lazyPart(async () => (await import('./InviteDialog.js')).InviteDialog);

export function AdminsPage() {
  return useMay('admins.manage') ? <Admins /> : <Forbidden />;
}

function Admins() {
  const { t } = useTranslation('admins');
  const fmt = useFmt();
  const admins = useAdmins(useAdminsSearch().search);
  const [isInviting, setInviting] = useState(false);
  const invite = () => setInviting(true);
  usePageActions([{ id: 'invite', label: t('invite.open'), icon: IconUserPlus, keys: 'i', run: invite }]);
  return (
    <Page
      title={t('title')}
      aside={admins.data && fmt.number(admins.data.total)}
      actions={<Button onClick={invite}>{t('invite.open')}</Button>}
    >
      <AdminFilters />
      <AdminTable admins={admins} onInvite={invite} />
      <Suspense>{isInviting && <InviteDialog onClose={() => setInviting(false)} />}</Suspense>
    </Page>
  );
}
