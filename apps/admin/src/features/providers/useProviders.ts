import type { BulkTarget, ProviderFilter, ProviderPreviewInput } from '@ai-providers/contracts';
import { keepPreviousData } from '@tanstack/react-query';
import { api, trpc } from '../../api/trpc.js';
import { filterOf, type ProvidersSearch } from './useProvidersSearch.js';

/** What the list asks for; also the name under which its answer is kept. */
export function listInputOf({ sort, page, pageSize, ...search }: ProvidersSearch) {
  return { ...filterOf(search), ...(sort && { sort }), ...(page && { page }), ...(pageSize && { pageSize }) };
}

export const useProviders = (search: ProvidersSearch) =>
  trpc.providers.list.useQuery(listInputOf(search), { placeholderData: keepPreviousData });

export const useProvider = (slug: string) => trpc.providers.get.useQuery({ slug });

/** Asks for it before the page of the panel is there. */
export const prefetchProvider = (slug: string) => api.providers.get.prefetch({ slug });

/** The record of now, and not of when the page was opened. */
export const useLatestProvider = (slug: string) =>
  trpc.providers.get.useQuery({ slug }, { staleTime: 0, gcTime: 0, refetchOnMount: 'always' });

/** What would change for the admins if these switches of a provider were flipped; counted anew each time. */
export const useAccessPreview = (input: ProviderPreviewInput) =>
  trpc.providers.previewAccess.useQuery(input, { staleTime: 0, gcTime: 0 });

/** Who and what depends on these providers; counted anew each time. */
export const useDisablePreview = (target: BulkTarget<ProviderFilter>) =>
  trpc.providers.previewDisable.useQuery(target, { staleTime: 0, gcTime: 0 });

const adminsShown = 25;
export const useProviderAdmins = (provider: string, search: string | undefined, page: number) =>
  trpc.settings.forProvider.useQuery(
    { provider, page, pageSize: adminsShown, ...(search !== undefined && { search }) },
    { placeholderData: keepPreviousData },
  );

/** What was sent to a provider in the last 30 days: in all, by whose key, and by whom. */
export const useProviderUsage = (provider: string) => ({
  series: trpc.usage.series.useQuery({ provider, grain: 'day' }),
  bySource: trpc.usage.summary.useQuery({ provider, groupBy: 'keySource' }),
  byAdmin: trpc.usage.summary.useQuery({ provider, groupBy: 'admin' }),
});

/** What would go with a provider, counted anew each time somebody asks. */
export const useDeletionImpact = (publicId: string) =>
  trpc.providers.deletionImpact.useQuery({ publicId }, { staleTime: 0, gcTime: 0 });
