import { keepPreviousData } from '@tanstack/react-query';
import { may } from '../../api/me.js';
import { api, trpc } from '../../api/trpc.js';
import { filterOf, pageOf, type AdminsSearch } from './useAdminsSearch.js';

/** One page of everybody who may sign in; the old page stays while the next one loads. */
export const useAdmins = (search: AdminsSearch) =>
  trpc.admins.list.useQuery(listInputOf(search), { placeholderData: keepPreviousData });

/** Asks for a page of the list before the page of the panel is there. */
export async function prefetchAdmins(search: AdminsSearch): Promise<void> {
  if (may('admins.manage')) await api.admins.list.prefetch(listInputOf(search));
}

function listInputOf(search: AdminsSearch) {
  return { ...filterOf(search), ...pageOf(search), ...(search.sort && { sort: search.sort }) };
}

export const useAdmin = (publicId: string) => trpc.admins.get.useQuery({ publicId });

/** The account of now, and not of when the page was opened. */
export const useLatestAdmin = (publicId: string) =>
  trpc.admins.get.useQuery({ publicId }, { staleTime: 0, gcTime: 0, refetchOnMount: 'always' });

/** How one admin stands with every active provider. */
export const useAdminSettings = (admin: string) => trpc.settings.forAdmin.useQuery({ admin });

export const useAdminSessions = (publicId: string) => trpc.admins.sessions.useQuery({ publicId });

export const useAdminTokens = (owner: string) => trpc.tokens.list.useQuery({ owner, pageSize: 100 });

/** What would end with an account: asked anew, just before it is deleted. */
export const useAdminImpact = (publicId: string) =>
  trpc.admins.deletionImpact.useQuery({ publicId }, { staleTime: 0, gcTime: 0 });

/** The limit of who is given none of their own. */
export const useDefaultLimit = () => trpc.system.settings.useQuery();

/** The providers that a limit can be set for. */
export const useActiveProviders = () => trpc.providers.active.useQuery();
