import type { Capability, ModelFilter, ModelListInput } from '@ai-providers/contracts';
import { getRouteApi } from '@tanstack/react-router';

const route = getRouteApi('/panel/models');

export interface ModelsSearch {
  search?: string;
  provider?: string[];
  capability?: Capability[];
  /** `retiredActive`: shut down by their provider, and still offered here. */
  status?: 'active' | 'inactive' | 'retired' | 'retiredActive';
  /** US dollars per 1 million tokens. */
  maxIn?: string;
  maxOut?: string;
  /** Tokens. */
  minContext?: number;
  maxContext?: number;
  sort?: ModelListInput['sort'];
  page?: number;
  pageSize?: 25 | 100;
}

interface Address extends ModelsSearch {
  model?: string;
}

/** What the address of the list says, and how to change a part of it. Another filter starts at the first page. */
export function useModelsSearch() {
  const { model: openId, ...search }: Address = route.useSearch();
  const navigate = route.useNavigate();
  return {
    search,
    /** The model whose panel is open. */
    openId,
    filter: (part: ModelsSearch, { replace = false } = {}) =>
      void navigate({ search: (now: Address) => ({ ...now, page: undefined, ...part }), replace, resetScroll: false }),
    clear: () => void navigate({ search: ({ model, sort }: Address) => ({ model, sort }), resetScroll: false }),
    /** Walking from row to row leaves one step in the history, as opening the first did. */
    open: (model: string) =>
      void navigate({
        search: (now: Address) => ({ ...now, model }),
        replace: openId !== undefined,
        resetScroll: false,
      }),
    close: ({ ignoreBlocker = false } = {}) =>
      void navigate({ search: (now: Address) => ({ ...now, model: undefined }), ignoreBlocker, resetScroll: false }),
  };
}

/** The filter of an address as the server takes it; `{}` for all. */
export function filterOf({ search, provider, capability, status, ...bounds }: ModelsSearch): ModelFilter {
  const { maxIn, maxOut, minContext, maxContext } = bounds;
  return {
    ...(search !== undefined && { search }),
    ...(provider !== undefined && { provider }),
    ...(capability !== undefined && { capability }),
    ...(status && byStatus[status]),
    ...(maxIn !== undefined && { maxPricingInput: maxIn }),
    ...(maxOut !== undefined && { maxPricingOutput: maxOut }),
    ...(minContext !== undefined && { minContextWindow: minContext }),
    ...(maxContext !== undefined && { maxContextWindow: maxContext }),
  };
}

const byStatus = {
  active: { isActive: true },
  inactive: { isActive: false },
  retired: { isRetired: true },
  retiredActive: { isRetired: true, isActive: true },
} satisfies Record<NonNullable<ModelsSearch['status']>, ModelFilter>;

export const isFiltered = (search: ModelsSearch): boolean => Object.keys(filterOf(search)).length > 0;
