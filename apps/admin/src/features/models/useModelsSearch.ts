import type { Capability, ModelListInput } from '@ai-providers/contracts';
import { getRouteApi } from '@tanstack/react-router';

const route = getRouteApi('/panel/models');

export interface ModelsSearch {
  search?: string;
  provider?: string;
  capability?: Capability;
  status?: 'active' | 'inactive';
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
      void navigate({ search: (now: Address) => ({ ...now, page: undefined, ...part }), replace }),
    clear: () => void navigate({ search: (now: Address) => ({ model: now.model }) }),
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
