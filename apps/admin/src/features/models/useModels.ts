import type { ModelOutput } from '@ai-providers/contracts';
import { keepPreviousData } from '@tanstack/react-query';
import { trpc } from '../../api/trpc.js';
import type { ModelsSearch } from './useModelsSearch.js';

/** The choices of a select; an installation with more providers searches for a model's name instead. */
const providersInSelect = 100;

export const useModels = ({ status, ...search }: ModelsSearch) =>
  trpc.models.list.useQuery(
    { ...search, isActive: status && status === 'active' },
    { placeholderData: keepPreviousData },
  );

/** A model that the list has just shown is there at once. */
export const useModel = (publicId: string, listed?: { model: ModelOutput; updatedAt: number }) =>
  trpc.models.get.useQuery({ publicId }, { initialData: listed?.model, initialDataUpdatedAt: listed?.updatedAt });

export const useProviderChoices = () => trpc.providers.list.useQuery({ pageSize: providersInSelect });
