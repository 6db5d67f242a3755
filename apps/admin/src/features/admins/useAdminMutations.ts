import type { AdminFilter, BulkResult, BulkTarget } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import { secretMutation } from '../../api/query-client.js';
import { trpc } from '../../api/trpc.js';
import { toast } from '../../components/toast.js';

/** A form or a dialog shows what goes wrong. */
const shownThere = { meta: { handlesError: true } };

/** Whatever tells how an account stands is fetched again, the list and the page of one. */
function useRefresh() {
  const { admins, settings, audit } = trpc.useUtils();
  return () => Promise.all([admins.invalidate(), settings.invalidate(), audit.invalidate()]);
}

export function useUpdateAdmin() {
  return trpc.admins.update.useMutation({ ...shownThere, onSuccess: useRefresh() });
}

/** Also after a refusal: who was told that somebody else changed the account sees it as it is now. */
export function useChangeRole() {
  return trpc.admins.update.useMutation({ ...shownThere, onSettled: useRefresh() });
}

/** Switches an account on or off, with a way back. A dialog shows a refusal itself, elsewhere a toast does. */
export function useSwitchAdmin({ inDialog = false } = {}) {
  const { t } = useTranslation('admins');
  const refresh = useRefresh();
  const undo = trpc.admins.update.useMutation({ onSuccess: refresh });
  return trpc.admins.update.useMutation({
    meta: { handlesError: inDialog },
    onError: () => void refresh(),
    onSuccess: ({ publicId, isActive, updatedAt, name, email }) => {
      // An undo must not take back what somebody else did since.
      const reverse = { publicId, patch: { isActive: !isActive }, expectedUpdatedAt: updatedAt };
      toast.success(t(isActive ? 'switch.enabled' : 'switch.disabled', { name: name || email }), {
        undo: () => undo.mutate(reverse),
      });
      return refresh();
    },
  });
}

/** The answer holds the link, so nothing of it is kept once nobody shows it. */
export function useInviteAdmin() {
  return trpc.admins.create.useMutation({ ...secretMutation, ...shownThere, onSuccess: useRefresh() });
}

export function useInviteAgain() {
  return trpc.admins.invite.useMutation({ ...secretMutation, ...shownThere, onSuccess: useRefresh() });
}

export function useDeleteAdmin() {
  const { admins } = trpc.useUtils();
  // Not the page of the one that is gone: it would be told so before it is left.
  return trpc.admins.delete.useMutation({ ...shownThere, onSuccess: () => admins.list.invalidate() });
}

export function useRevokeSession() {
  const { admins } = trpc.useUtils();
  return trpc.admins.revokeSession.useMutation({ ...shownThere, onSettled: () => admins.invalidate() });
}

export function useRevokeToken() {
  const { tokens } = trpc.useUtils();
  return trpc.tokens.revoke.useMutation({ ...shownThere, onSettled: () => tokens.invalidate() });
}

export function useSetLimit() {
  return trpc.settings.setLimit.useMutation({ ...shownThere, onSettled: useRefresh() });
}

export function useResetUsage() {
  return trpc.settings.resetUsage.useMutation({ ...shownThere, onSuccess: useRefresh() });
}

type Callbacks = { onSuccess: (output: { results: BulkResult[] }) => void; onError: (error: unknown) => void };
export type AdminsPatch = { isActive: boolean } | { provider: string; monthlyLimit: number | null };

/** One change of many accounts: on or off, or a limit with one provider. */
export function useChangeAdmins() {
  const refresh = { onSettled: useRefresh() };
  const accounts = trpc.admins.bulkUpdate.useMutation(refresh);
  const limits = trpc.settings.setLimits.useMutation(refresh);
  return {
    isPending: accounts.isPending || limits.isPending,
    mutate: ({ patch, ...target }: BulkTarget<AdminFilter> & { patch: AdminsPatch }, callbacks: Callbacks) => {
      if ('isActive' in patch) accounts.mutate({ ...target, patch }, callbacks);
      else limits.mutate({ ...target, ...patch }, callbacks);
    },
  };
}

/** One limit of an admin with many providers, which `slugOf` names by their ids. */
export function useSetLimits(admin: string, slugOf: (publicId: string) => string | undefined) {
  const limits = trpc.settings.setLimits.useMutation({ onSettled: useRefresh() });
  return {
    isPending: limits.isPending,
    mutate: (
      { patch, ...target }: BulkTarget<never> & { patch: { monthlyLimit: number | null } },
      callbacks: Callbacks,
    ) => {
      const publicIds = 'publicIds' in target ? target.publicIds : []; // every row is on the page
      const providers = publicIds.flatMap((publicId) => slugOf(publicId) ?? []);
      limits.mutate({ admin, providers, ...patch }, callbacks);
    },
  };
}
