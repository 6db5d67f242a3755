import type { ModelOutput } from '@ai-providers/contracts';
import { keepPreviousData } from '@tanstack/react-query';
import { api, trpc } from '../../api/trpc.js';
import type { ModelsSearch } from './models-address.js';
import { filterOf } from './useModelsSearch.js';

/** The choices of a select; an installation with more providers searches for a model's name instead. */
const providersInSelect = 100;

const later = { placeholderData: keepPreviousData } as const;

const listInputOf = ({ sort, page, pageSize, ...search }: ModelsSearch) => ({
  ...filterOf(search),
  ...(sort && { sort }),
  ...(page && { page }),
  ...(pageSize && { pageSize }),
});

export const useModels = (search: ModelsSearch) => trpc.models.list.useQuery(listInputOf(search), later);

/** Asks for a page of the list before the page of the panel is there. */
export const prefetchModels = (search: ModelsSearch) => api.models.list.prefetch(listInputOf(search));

/** How many models of each provider the other filters leave. */
export const useProviderCounts = ({ provider: _, ...search }: ModelsSearch) =>
  trpc.models.providerCounts.useQuery(filterOf(search), later);

/** A model that the list has just shown is there at once. */
export const useModel = (publicId: string, listed?: { model: ModelOutput; updatedAt: number }) =>
  trpc.models.get.useQuery({ publicId }, { initialData: listed?.model, initialDataUpdatedAt: listed?.updatedAt });

/** The record of now, and not of when the panel was opened. */
export const useLatestModel = (publicId: string) =>
  trpc.models.get.useQuery({ publicId }, { staleTime: 0, gcTime: 0, refetchOnMount: 'always' });

/** The model that a new one begins as a copy of; one that is gone leaves the form empty. */
export const useModelSource = (publicId: string | undefined) =>
  trpc.models.get.useQuery({ publicId: publicId ?? '' }, { enabled: publicId !== undefined });

export const useProviderChoices = () => trpc.providers.list.useQuery({ pageSize: providersInSelect });

/** The model that has an id already, where a new one was refused for it. */
export function useRival(provider: string, modelId: string) {
  const { data } = trpc.models.list.useQuery({ provider, search: modelId.slice(0, 100), pageSize: 100 });
  return data?.items.find((model) => model.modelId === modelId);
}
