import type { ModelOutput } from '@ai-providers/contracts';
import { getQueryKey } from '@trpc/react-query';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { useTranslation } from 'react-i18next';
import { trpc, type AppRouter } from '../../api/trpc.js';
import { useOptimistic } from '../../api/use-optimistic.js';
import { toast } from '../../components/toast.js';

type ModelList = inferRouterOutputs<AppRouter>['models']['list'];
type ModelUpdate = inferRouterInputs<AppRouter>['models']['update'];

/** The lists where a model is named or counted, and the providers that count theirs. */
export function useRefreshLists() {
  const utils = trpc.useUtils();
  return () =>
    Promise.all([
      utils.models.list.invalidate(),
      utils.models.providerCounts.invalidate(),
      utils.providers.invalidate(),
    ]);
}

/** Puts an answered record where its panel reads it. */
function useKeep() {
  const utils = trpc.useUtils();
  return (model: ModelOutput) => utils.models.get.setData({ publicId: model.publicId }, model);
}

function useAdopt() {
  const keep = useKeep();
  const refreshLists = useRefreshLists();
  return async (model: ModelOutput) => {
    keep(model);
    await refreshLists();
  };
}

export function useCreateModel() {
  return trpc.models.create.useMutation({ meta: { handlesError: true }, onSuccess: useAdopt() });
}

export function useUpdateModel() {
  return trpc.models.update.useMutation({ meta: { handlesError: true }, onSuccess: useAdopt() });
}

export function useDeleteModel() {
  const refreshLists = useRefreshLists();
  return trpc.models.delete.useMutation({ meta: { handlesError: true }, onSuccess: refreshLists });
}

/** The switch in the list: shown at once, told with Undo, taken back if the server refuses. */
export function useSetActive() {
  const { t } = useTranslation('models');
  const keep = useKeep();
  const refreshLists = useRefreshLists();
  const optimistic = useOptimistic<ModelList, ModelUpdate>(getQueryKey(trpc.models.list), withActive);
  const shared = { ...optimistic, onSettled: () => refreshLists() };

  const undo = trpc.models.update.useMutation({ ...shared, onSuccess: keep });
  return trpc.models.update.useMutation({
    ...shared,
    onSuccess: (model) => {
      const { publicId, isActive, updatedAt, displayName: name } = model;
      // An undo must not take back what somebody else did since.
      const reverse = { publicId, patch: { isActive: !isActive }, expectedUpdatedAt: updatedAt };
      toast.success(t(isActive ? 'toast.activated' : 'toast.deactivated', { name }), {
        undo: () => undo.mutate(reverse),
      });
      keep(model);
    },
  });
}

export function withActive(list: ModelList, { publicId, patch }: ModelUpdate): ModelList {
  const { isActive } = patch;
  if (isActive === undefined) return list;
  return { ...list, items: list.items.map((model) => (model.publicId === publicId ? { ...model, isActive } : model)) };
}
