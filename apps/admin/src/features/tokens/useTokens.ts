import { keepPreviousData } from '@tanstack/react-query';
import { secretMutation } from '../../api/query-client.js';
import { api, trpc } from '../../api/trpc.js';
import type { TokensAddress, TokensSearch } from './useTokensSearch.js';

/** The choices of a select; an installation with more searches for a token's name instead. */
const choices = { pageSize: 100 };

const listInputOf = ({ expiring, ...search }: TokensSearch) => ({ ...search, ...(expiring && { expiring: true }) });

export const useTokens = (search: TokensSearch) =>
  trpc.tokens.list.useQuery(listInputOf(search), { placeholderData: keepPreviousData });

/** Asks for a page of the list before the page of the panel is there. */
export const prefetchTokens = ({ new: _, ...search }: TokensAddress) => api.tokens.list.prefetch(listInputOf(search));

export const useOwnerChoices = (enabled: boolean) =>
  trpc.admins.list.useQuery({ ...choices, sort: 'email' }, { enabled });

export const useProviderChoices = () => trpc.providers.list.useQuery(choices);

/** What goes wrong is shown where it was asked for. */
const shownThere = { meta: { handlesError: true } };

function useRefresh() {
  const utils = trpc.useUtils();
  return () => utils.tokens.list.invalidate();
}

/** The answer holds the token in clear: whoever gets it resets the mutation, and then nothing keeps it. */
export const useCreateToken = () =>
  trpc.tokens.create.useMutation({ ...secretMutation, ...shownThere, onSuccess: useRefresh() });

/** As above. */
export const useRotateToken = () =>
  trpc.tokens.rotate.useMutation({ ...secretMutation, ...shownThere, onSuccess: useRefresh() });

export const useUpdateToken = () => trpc.tokens.update.useMutation({ ...shownThere, onSettled: useRefresh() });

export const useRevokeToken = () => trpc.tokens.revoke.useMutation({ ...shownThere, onSettled: useRefresh() });
