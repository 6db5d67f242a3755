import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { rowFailures } from '../components/row-failures.js';
import { errorMessage } from './error-message.js';

type Snapshot = Array<[QueryKey, unknown]>;

/**
 * Mutation options that show a change at once in every cached answer under `queryKey` (a list in all its filters),
 * take it back if the server refuses, and fetch again when it is done. Of a change that names its record by `publicId`,
 * the row of the record says why it was refused.
 */
export function useOptimistic<Data, Variables>(queryKey: QueryKey, patch: (data: Data, variables: Variables) => Data) {
  const client = useQueryClient();
  return {
    onMutate: async (variables: Variables): Promise<Snapshot> => {
      const row = rowOf(variables);
      if (row !== undefined) rowFailures.clear(row);
      await client.cancelQueries({ queryKey });
      const snapshot = client.getQueriesData({ queryKey });
      client.setQueriesData<Data>({ queryKey }, (data) => (data === undefined ? data : patch(data, variables)));
      return snapshot;
    },
    onError: (error: unknown, variables: Variables, snapshot: Snapshot | undefined) => {
      const row = rowOf(variables);
      if (row !== undefined) rowFailures.set(row, () => errorMessage(error));
      for (const [key, data] of snapshot ?? []) client.setQueryData(key, data);
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  };
}

function rowOf(variables: unknown): string | undefined {
  const isNamed = typeof variables === 'object' && variables !== null && 'publicId' in variables;
  return isNamed && typeof variables.publicId === 'string' ? variables.publicId : undefined;
}
