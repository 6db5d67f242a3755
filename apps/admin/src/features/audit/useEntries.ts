import type { AuditListInput } from '@ai-providers/contracts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getQueryKey } from '@trpc/react-query';
import { trpc } from '../../api/trpc.js';

/** Entries from the newest on, page after page. The library's own hook sends a field besides that the server refuses. */
export function useEntries(input: Partial<Omit<AuditListInput, 'cursor'>>) {
  const { client } = trpc.useUtils();
  const query = useInfiniteQuery({
    queryKey: getQueryKey(trpc.audit.list, input, 'infinite'),
    queryFn: ({ pageParam, signal }) => client.audit.list.query({ ...input, ...pageParam }, { signal }),
    initialPageParam: {},
    getNextPageParam: ({ nextCursor }) => (nextCursor === null ? undefined : { cursor: nextCursor }),
    placeholderData: keepPreviousData,
  });
  return { ...query, entries: query.data?.pages.flatMap(({ items }) => items) };
}
