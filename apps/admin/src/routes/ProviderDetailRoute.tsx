import type { ProviderOutput } from '@ai-providers/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy } from 'react';
import { ProviderDetailPage } from '../features/providers/ProviderDetailPage.js';

const MyKey = lazy(async () => ({ default: (await import('../features/keys/MyKey.js')).MyKey }));
const UsageReport = lazy(async () => ({ default: (await import('../features/usage/UsageReport.js')).UsageReport }));
const RecordHistory = lazy(async () => ({
  default: (await import('../features/audit/RecordHistory.js')).RecordHistory,
}));

interface Props {
  provider: ProviderOutput;
}

const others = {
  key: ({ provider }: Props) => <MyKey slug={provider.slug} />,
  usage: Usage,
  history: ({ provider }: Props) => <RecordHistory target={provider.publicId} name={provider.displayName} />,
};

/** The page of a provider, with the tabs that other rooms have for it. */
export function ProviderDetailRoute() {
  return <ProviderDetailPage others={others} />;
}

function Usage({ provider }: Props) {
  const search = useSearch({ from: '/panel/providers/$slug' });
  const navigate = useNavigate({ from: '/providers/$slug' });
  return (
    <UsageReport
      provider={provider.slug}
      search={search}
      onSearch={(part) => void navigate({ search: (now) => ({ ...now, ...part }), resetScroll: false })}
    />
  );
}
