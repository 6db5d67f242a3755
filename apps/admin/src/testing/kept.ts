import type { QueryClient } from '@tanstack/react-query';

/** Everything that the page and its caches hold, as one text. */
export function keptText(client: QueryClient): string {
  const queries = client.getQueryCache().getAll();
  const mutations = client.getMutationCache().getAll();
  return JSON.stringify([
    document.documentElement.outerHTML,
    [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].map(({ value }) => value),
    queries.map(({ queryKey, state }) => [queryKey, state]),
    mutations.map(({ state }) => state),
  ]);
}
