import { may } from '../../api/me.js';
import { api } from '../../api/trpc.js';
import { loadSortableRows } from '../../components/useSortableRows.js';
import { listInputOf } from './useProviders.js';
import type { ProvidersSearch } from './useProvidersSearch.js';

/** Asks for a page of the list, and for what its rows will need, before the page of the panel is there. */
export async function prefetchProviders(search: ProvidersSearch): Promise<void> {
  const list = api.providers.list.prefetch(listInputOf(search));
  if (may('providers.create')) await loadSortableRows().catch(() => undefined); // the list tries again, and then does without
  await list;
}
