import { useQueryClient, type QueryKey } from '@tanstack/react-query';

type Snapshot = Array<[QueryKey, unknown]>;

/**
 * Mutation options that show a change at once in every cached answer under `queryKey` (a list in all its filters),
 * take it back if the server refuses, and fetch again when it is done.
 */
export function useOptimistic<Data, Variables>(queryKey: QueryKey, patch: (data: Data, variables: Variables) => Data) {
  const client = useQueryClient();
  return {
    onMutate: async (variables: Variables): Promise<Snapshot> => {
      await client.cancelQueries({ queryKey });
      const snapshot = client.getQueriesData({ queryKey });
      client.setQueriesData<Data>({ queryKey }, (data) => (data === undefined ? data : patch(data, variables)));
      return snapshot;
    },
    onError: (_error: unknown, _variables: Variables, snapshot: Snapshot | undefined) => {
      for (const [key, data] of snapshot ?? []) client.setQueryData(key, data);
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  };
}
