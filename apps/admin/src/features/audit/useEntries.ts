import type { AuditListInput } from '@ai-providers/contracts';
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getQueryKey } from '@trpc/react-query';
import { queryClient } from '../../api/query-client.js';
import { trpc, trpcClient } from '../../api/trpc.js';
import { filtersOf, searchIn, type AuditAddress } from './useAuditSearch.js';

type Filters = Partial<Omit<AuditListInput, 'cursor'>>;

/** Entries from the newest on, page after page. The library's own hook sends a field besides that the server refuses. */
const entriesOf = (client: typeof trpcClient, input: Filters) =>
  infiniteQueryOptions({
    queryKey: getQueryKey(trpc.audit.list, input, 'infinite'),
    queryFn: ({ pageParam, signal }) => client.audit.list.query({ ...input, ...pageParam }, { signal }),
    initialPageParam: {},
    getNextPageParam: ({ nextCursor }) => (nextCursor === null ? undefined : { cursor: nextCursor }),
  });

export function useEntries(input: Filters) {
  const { client } = trpc.useUtils();
  const query = useInfiniteQuery({ ...entriesOf(client, input), placeholderData: keepPreviousData });
  return { ...query, entries: query.data?.pages.flatMap(({ items }) => items) };
}

/** Asks for the first entries before the page is there. */
export async function prefetchEntries(address: AuditAddress): Promise<void> {
  await queryClient.infiniteQuery(entriesOf(trpcClient, filtersOf(searchIn(address))));
}
