import type { ProviderOutput } from '@ai-providers/contracts';
import { Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../components/lazy-part.js';
import { usePageActions } from '../../../components/page-actions.js';
import { TabSkeleton } from './TabSkeleton.js';
import { openTabs, type DetailTab } from './tabs.js';

type Part = ComponentType<{ provider: ProviderOutput }>;

/** Parts of the page that belong to other rooms of the panel; the route brings them. */
export type OtherParts = Record<'models' | 'key' | 'usage' | 'history', Part>;

const OverviewTab = lazyPart(async () => (await import('./OverviewTab.js')).OverviewTab);
const ConnectionForm = lazyPart(async () => (await import('./ConnectionForm.js')).ConnectionForm);
const AccessTab = lazyPart(async () => (await import('./AccessTab.js')).AccessTab);
const ConfigForm = lazyPart(async () => (await import('./ConfigForm.js')).ConfigForm);

const ownParts: Record<Exclude<DetailTab, keyof OtherParts>, Part> = {
  overview: OverviewTab,
  connection: ConnectionForm,
  access: AccessTab,
  config: ConfigForm,
};

const route = getRouteApi('/panel/providers/$slug');
/** Half-filled forms stay while another part is looked at. */
const kept: readonly DetailTab[] = ['connection', 'config'];

/** The part that is shown stands in the address. `[` and `]` go to the one before and after. */
export function ProviderTabs({ provider, others }: { provider: ProviderOutput; others: OtherParts }) {
  const { t } = useTranslation('provider');
  const [tab, choose] = useTab(provider);
  const [seen, setSeen] = useState<readonly DetailTab[]>([]);
  if (!seen.includes(tab)) setSeen([...seen, tab]);
  const open = openTabs(provider.can);
  const parts = { ...ownParts, ...others };
  const step = (by: 1 | -1) => choose(open[open.indexOf(tab) + by] ?? tab);
  usePageActions([
    ...open.map((each) => ({ id: each, label: t(`tabs.${each}`), run: () => choose(each) })),
    { id: 'before', label: t('tabs.before'), keys: '[', run: () => step(-1) },
    { id: 'after', label: t('tabs.after'), keys: ']', run: () => step(1) },
  ]);
  return (
    // Hidden by style alone: an `Activity` would switch off the guard of unsaved changes.
    <Tabs value={tab} onChange={choose} keepMounted={false} keepMountedMode="display-none">
      <Tabs.List mb="lg" aria-label={t('tabs.label')}>
        {open.map((each) => (
          <Tabs.Tab key={each} value={each}>
            {t(`tabs.${each}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {open.map((each) => {
        const Content = parts[each];
        return (
          <Tabs.Panel key={each} value={each} keepMounted={kept.includes(each) && seen.includes(each)}>
            <Suspense fallback={<TabSkeleton tab={each} />}>
              <Content provider={provider} />
            </Suspense>
          </Tabs.Panel>
        );
      })}
    </Tabs>
  );
}

function useTab({ can }: ProviderOutput): [DetailTab, (next: string | null) => void] {
  const navigate = route.useNavigate();
  const { tab } = route.useSearch();
  const open = openTabs(can);
  const shown = open.find((each) => each === tab) ?? 'overview';
  const choose = (next: string | null) => {
    const found = open.find((each) => each === next);
    if (found !== shown) void navigate({ search: { tab: found === 'overview' ? undefined : found } });
  };
  return [shown, choose];
}
