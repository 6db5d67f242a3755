import { failureOf } from './error-message.js';

interface Query<Data> {
  error: unknown;
  isFetching: boolean;
  refetch: () => Promise<{ isSuccess: boolean; data: Data | undefined }>;
}

/** For `ConflictDialog`: fetches the record as it is now and hands it over. */
export function reloading<Data>({ error, isFetching, refetch }: Query<Data>, onLatest: (latest: Data) => void) {
  const reload = async () => {
    const { isSuccess, data } = await refetch();
    if (isSuccess && data !== undefined) onLatest(data);
  };
  return { busy: isFetching, failure: error ? failureOf(error) : null, onReload: () => void reload() };
}
