import { secretMutation } from '../../api/query-client.js';
import { trpc } from '../../api/trpc.js';

export function useSetup() {
  const utils = trpc.useUtils();
  return trpc.system.setup.useMutation({
    ...secretMutation,
    meta: { handlesError: true }, // the form shows it
    onSuccess: () => utils.invalidate(),
  });
}

/** What the installation stands on, for who has the link. */
export function useChecks() {
  return trpc.system.setupChecks.useMutation({ ...secretMutation, meta: { handlesError: true } });
}

const suggested = ['openai', 'anthropic', 'google'];

/** The providers most used, as far as the registry has them. */
export function useSuggested() {
  const { data, error, refetch } = trpc.providers.active.useQuery();
  const found = suggested.flatMap((slug) => data?.filter((provider) => provider.slug === slug) ?? []);
  return { providers: data && found, error, refetch };
}
