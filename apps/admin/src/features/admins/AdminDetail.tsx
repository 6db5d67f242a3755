import type { AdminStanding } from '@ai-providers/contracts';
import { Group, Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../components/lazy-part.js';
import { Page } from '../../components/Page.js';
import { FormSkeleton } from '../../components/Skeletons.js';
import { AccountCards } from './AccountCards.js';
import { AdminAccess } from './AdminAccess.js';
import { RoleBadge, StateBadge } from './AdminBadges.js';
import { AdminLimits } from './AdminLimits.js';
import { nameOf } from './AdminName.js';
import type { AdminParts } from './admin-parts.js';
import classes from './Admins.module.css';

// With the contract's validator, which the other tabs do not need.
const AdminProfileForm = lazyPart(async () => (await import('./AdminProfileForm.js')).AdminProfileForm);

const route = getRouteApi('/panel/admins/$id');
const tabs = ['profile', 'limits', 'access', 'activity'] as const;

interface Props extends Pick<ComponentProps<typeof Page>, 'parents'> {
  admin: AdminStanding;
  parts: AdminParts;
}

export function AdminDetail({ admin, parents, parts }: Props) {
  return (
    <Page
      title={nameOf(admin)}
      aside={
        <Group gap="xs">
          <RoleBadge role={admin.role} />
          <StateBadge admin={admin} />
        </Group>
      }
      parents={parents}
    >
      <AdminTabs admin={admin} parts={parts} />
    </Page>
  );
}

/** The part that is shown stands in the address. A half-filled form stays while another part is looked at. */
function AdminTabs({ admin, parts }: Omit<Props, 'parents'>) {
  const { t } = useTranslation('admins');
  const navigate = route.useNavigate();
  const { tab = 'profile' } = route.useSearch();
  const change = (next: string | null) => {
    const chosen = tabs.find((each) => each === next);
    void navigate({ search: { tab: chosen === 'profile' ? undefined : chosen } });
  };
  return (
    <Tabs value={tab} onChange={change} keepMounted={false} keepMountedMode="display-none">
      <Tabs.List mb="lg" aria-label={t('detail.sections')}>
        {tabs.map((each) => (
          <Tabs.Tab key={each} value={each}>
            {t(`tab.${each}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="profile" keepMounted>
        <Account admin={admin} />
      </Tabs.Panel>
      <Tabs.Panel value="limits">
        <AdminLimits admin={admin} KeyInWords={parts.KeyInWords} />
      </Tabs.Panel>
      <Tabs.Panel value="access">
        <AdminAccess admin={admin} SessionRow={parts.SessionRow} />
      </Tabs.Panel>
      <Tabs.Panel value="activity">
        <Suspense fallback={<FormSkeleton />}>
          <parts.Activity actor={admin.publicId} count={25} />
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  );
}

function Account({ admin }: Pick<Props, 'admin'>) {
  return (
    <div className={classes.cards}>
      <Suspense fallback={<FormSkeleton fields={2} />}>
        <AdminProfileForm admin={admin} />
      </Suspense>
      <AccountCards admin={admin} />
    </div>
  );
}
