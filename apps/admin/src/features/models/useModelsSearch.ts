import type { ModelFilter } from '@ai-providers/contracts';
import { useModelsAddress, type ModelsSearch } from './models-address.js';

/** What the address of the list says, and how to change a part of it. Another filter starts at the first page. */
export function useModelsSearch() {
  const { now, go, provider } = useModelsAddress();
  const { model: openId, ...chosen } = now;
  return {
    search: provider === undefined ? chosen : { ...chosen, provider: [provider] },
    /** What was chosen here: on the page of a provider all models are that one's. */
    chosen,
    /** The model whose panel is open. */
    openId,
    filter: (part: ModelsSearch, { replace = false } = {}) =>
      go((before) => ({ ...before, page: undefined, ...part }), { replace, resetScroll: false }),
    clear: () => go(({ model, sort }) => ({ model, sort }), { resetScroll: false }),
    /** Walking from row to row leaves one step in the history, as opening the first did. */
    open: (model: string) =>
      go((before) => ({ ...before, model }), { replace: openId !== undefined, resetScroll: false }),
    close: ({ ignoreBlocker = false } = {}) =>
      go((before) => ({ ...before, model: undefined }), { ignoreBlocker, resetScroll: false }),
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
