import { keepPreviousData } from '@tanstack/react-query';
import { trpc } from '../../api/trpc.js';
import { filterOf, type ProvidersSearch } from './useProvidersSearch.js';

/** What the list asks for; also the name under which its answer is kept. */
export function listInputOf({ sort, page, pageSize, ...search }: ProvidersSearch) {
  return { ...filterOf(search), ...(sort && { sort }), ...(page && { page }), ...(pageSize && { pageSize }) };
}

export const useProviders = (search: ProvidersSearch) =>
  trpc.providers.list.useQuery(listInputOf(search), { placeholderData: keepPreviousData });

export const useProvider = (slug: string) => trpc.providers.get.useQuery({ slug });

/** As many as a page shows; the models table has the rest. */
export const modelsShown = 50;
export const useProviderModels = (slug: string) => trpc.models.list.useQuery({ provider: slug, pageSize: modelsShown });

/** What would go with a provider, counted anew each time somebody asks. */
export const useDeletionImpact = (publicId: string) =>
  trpc.providers.deletionImpact.useQuery({ publicId }, { staleTime: 0, gcTime: 0 });
