import type { ProviderOutput } from '@ai-providers/contracts';
import { Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { FormSkeleton } from '../../components/Skeletons.js';
import { DangerZone } from './DangerZone.js';
import { ProviderModels } from './ProviderModels.js';

// Brings the contract's validator, which those who only read do without.
const ProviderEditForm = lazy(async () => ({ default: (await import('./ProviderEditForm.js')).ProviderEditForm }));

const route = getRouteApi('/panel/providers/$slug');
const tabs = ['connection', 'models', 'danger'] as const;

/** The part that is shown stands in the address. A half-filled form stays while another part is looked at. */
export function ProviderTabs({ provider }: { provider: ProviderOutput }) {
  const { t } = useTranslation('providers');
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const mayOpen = { connection: provider.can.update, models: true, danger: provider.can.delete };
  const open = tabs.filter((tab) => mayOpen[tab]);
  const first = open[0] ?? 'models';
  const value = search.tab && mayOpen[search.tab] ? search.tab : first;
  const change = (next: string | null) => {
    const tab = open.find((each) => each === next);
    void navigate({ search: { tab: tab === first ? undefined : tab } });
  };
  return (
    // Hidden by style alone: an `Activity` would switch off the guard of unsaved changes.
    <Tabs value={value} onChange={change} keepMounted={false} keepMountedMode="display-none">
      <Tabs.List mb="lg" aria-label={t('detail.sections')}>
        {open.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {t(`tab.${tab}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {mayOpen.connection && (
        <Tabs.Panel value="connection" keepMounted>
          <Suspense fallback={<FormSkeleton />}>
            <ProviderEditForm provider={provider} />
          </Suspense>
        </Tabs.Panel>
      )}
      <Tabs.Panel value="models">
        <ProviderModels provider={provider} />
      </Tabs.Panel>
      {mayOpen.danger && (
        <Tabs.Panel value="danger">
          <DangerZone provider={provider} />
        </Tabs.Panel>
      )}
    </Tabs>
  );
}
