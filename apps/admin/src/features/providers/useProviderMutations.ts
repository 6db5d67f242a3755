import type { ProviderOutput } from '@ai-providers/contracts';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { getQueryKey } from '@trpc/react-query';
import { useTranslation } from 'react-i18next';
import { secretMutation } from '../../api/query-client.js';
import { trpc, type AppRouter } from '../../api/trpc.js';
import { useOptimistic } from '../../api/use-optimistic.js';
import { toast } from '../../components/toast.js';

export type ProviderList = inferRouterOutputs<AppRouter>['providers']['list'];
type ProviderUpdate = inferRouterInputs<AppRouter>['providers']['update'];

/** The lists where a provider is named or counted. Its own record comes with the answer. */
export function useRefreshLists() {
  const utils = trpc.useUtils();
  return () =>
    Promise.all([
      utils.providers.list.invalidate(),
      utils.models.invalidate(),
      utils.settings.mine.invalidate(),
      utils.keys.explain.invalidate(),
    ]);
}

/** Puts an answered record where its page reads it. */
function useKeep() {
  const utils = trpc.useUtils();
  return (provider: ProviderOutput) => utils.providers.get.setData({ slug: provider.slug }, provider);
}

function useAdopt() {
  const keep = useKeep();
  const refreshLists = useRefreshLists();
  return async (provider: ProviderOutput) => {
    keep(provider);
    await refreshLists();
  };
}

export function useCreateProvider() {
  const adopt = useAdopt();
  return trpc.providers.create.useMutation({
    ...secretMutation,
    meta: { handlesError: true }, // the form shows it
    onSuccess: adopt,
  });
}

export function useUpdateProvider() {
  const adopt = useAdopt();
  return trpc.providers.update.useMutation({
    ...secretMutation,
    meta: { handlesError: true }, // the form shows it
    onSuccess: adopt,
  });
}

export function useDeleteProvider() {
  const refreshLists = useRefreshLists();
  return trpc.providers.delete.useMutation({
    meta: { handlesError: true }, // the dialog shows it
    onSuccess: refreshLists,
  });
}

export function useBulkUpdateProviders() {
  const utils = trpc.useUtils();
  const refreshLists = useRefreshLists();
  // Also after a failure: some may have been changed before it.
  return trpc.providers.bulkUpdate.useMutation({
    onSettled: () => Promise.all([refreshLists(), utils.providers.get.invalidate()]),
  });
}

/** The switch in the list: shown at once, told with Undo, taken back if the server refuses. */
export function useSetActive() {
  const { t } = useTranslation('providers');
  const keep = useKeep();
  const refreshLists = useRefreshLists();
  const optimistic = useOptimistic<ProviderList, ProviderUpdate>(getQueryKey(trpc.providers.list), withActive);
  const shared = { ...optimistic, onSettled: () => refreshLists() };

  const undo = trpc.providers.update.useMutation({ ...shared, onSuccess: keep });
  return trpc.providers.update.useMutation({
    ...shared,
    onSuccess: (provider) => {
      const { publicId, isActive, updatedAt, displayName: name } = provider;
      // An undo must not take back what somebody else did since.
      const reverse = { publicId, patch: { isActive: !isActive }, expectedUpdatedAt: updatedAt };
      toast.success(t(isActive ? 'toast.activated' : 'toast.deactivated', { name }), {
        undo: () => undo.mutate(reverse),
      });
      keep(provider);
    },
  });
}

export type AccessSwitch = 'allowPersonalKeys' | 'allowSharedForNormalAdmins';

/** A switch of the provider's access, after its effect was shown; told with Undo. */
export function useSetAccess() {
  const { t } = useTranslation('providers');
  const utils = trpc.useUtils();
  const adopt = useAdopt();
  const shared = {
    onSuccess: async (provider: ProviderOutput) => {
      await Promise.all([adopt(provider), utils.settings.invalidate(), utils.keys.invalidate()]);
    },
  };
  const undo = trpc.providers.update.useMutation(shared);
  return trpc.providers.update.useMutation({
    meta: { handlesError: true }, // the dialog shows it
    onSuccess: async (provider, { patch }) => {
      const { publicId, updatedAt, displayName: name } = provider;
      const reverse = Object.fromEntries(Object.entries(patch).map(([field, isOn]) => [field, !isOn]));
      // An undo must not take back what somebody else did since.
      const takeBack = { publicId, patch: reverse, expectedUpdatedAt: updatedAt };
      await shared.onSuccess(provider);
      toast.success(t('toast.accessChanged', { name }), { undo: () => undo.mutate(takeBack) });
    },
  });
}

export function withActive(list: ProviderList, { publicId, patch }: ProviderUpdate): ProviderList {
  const { isActive } = patch;
  if (isActive === undefined) return list;
  return {
    ...list,
    items: list.items.map((provider) => (provider.publicId === publicId ? { ...provider, isActive } : provider)),
  };
}
