import { keepPreviousData } from '@tanstack/react-query';
import { trpc } from '../../api/trpc.js';
import type { ProvidersSearch } from './useProvidersSearch.js';

export const useProviders = ({ status, ...search }: ProvidersSearch) =>
  trpc.providers.list.useQuery(
    { ...search, isActive: status && status === 'active' },
    { placeholderData: keepPreviousData },
  );

export const useProvider = (slug: string) => trpc.providers.get.useQuery({ slug });

/** As many as a page shows; the models table has the rest. */
export const modelsShown = 50;
export const useProviderModels = (slug: string) => trpc.models.list.useQuery({ provider: slug, pageSize: modelsShown });

/** What would go with a provider, counted anew each time somebody asks. */
export const useDeletionImpact = (publicId: string) =>
  trpc.providers.deletionImpact.useQuery({ publicId }, { staleTime: 0, gcTime: 0 });
