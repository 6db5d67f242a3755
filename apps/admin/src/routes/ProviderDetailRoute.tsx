import type { ProviderOutput } from '@ai-providers/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazyPart } from '../components/lazy-part.js';
import type { Address, ModelsAddress } from '../features/models/models-address.js';
import { ProviderDetailPage } from '../features/providers/ProviderDetailPage.js';
import type { DetailSearch } from './detail-search.js';

export { prefetchProvider } from '../features/providers/useProviders.js';

const MyKey = lazyPart(async () => (await import('../features/keys/MyKey.js')).MyKey);
const UsageReport = lazyPart(async () => (await import('../features/usage/UsageReport.js')).UsageReport);
const ModelsOfProvider = lazyPart(
  async () => (await import('../features/models/ModelsOfProvider.js')).ModelsOfProvider,
);
const RecordHistory = lazyPart(async () => (await import('../features/audit/RecordHistory.js')).RecordHistory);
interface Props {
  provider: ProviderOutput;
}

const others = {
  models: Models,
  key: ({ provider }: Props) => <MyKey slug={provider.slug} />,
  usage: Usage,
  history: ({ provider }: Props) => <RecordHistory target={provider.publicId} name={provider.displayName} />,
};

/** The page of a provider, with the tabs that other rooms have for it. */
export function ProviderDetailRoute() {
  return <ProviderDetailPage others={others} />;
}

/** The usage of the provider has a `sort` and a `model` of its own in the same address. */
const modelsOf = ({ order: sort, open: model, search, capability, status, page, ...rest }: DetailSearch): Address => {
  const { maxIn, maxOut, minContext, maxContext } = rest;
  return { search, capability, status, maxIn, maxOut, minContext, maxContext, page, sort, model };
};

function Models({ provider }: Props) {
  const now = modelsOf(useSearch({ from: '/panel/providers/$slug' }));
  const navigate = useNavigate({ from: '/providers/$slug' });
  const go: ModelsAddress['go'] = (change, options) =>
    void navigate({
      search: (before) => {
        const { sort: order, model: open, provider: _, pageSize: _size, ...filters } = change(modelsOf(before));
        return { tab: 'models', ...filters, order, open };
      },
      ...options,
    });
  return <ModelsOfProvider provider={provider.slug} now={now} go={go} param="open" />;
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
