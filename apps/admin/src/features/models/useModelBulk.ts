import type { ModelBulkChange, ModelFilter } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { trpc } from '../../api/trpc.js';
import { useBulk } from '../../api/use-bulk.js';
import { useInParts } from '../../api/use-in-parts.js';
import type { Selection } from '../../components/selection.js';
import { toast } from '../../components/toast.js';
import { reverseOf } from './bulk-changes.js';
import { useRefreshLists } from './useModelMutations.js';

interface Options {
  selection: Selection;
  filter: ModelFilter;
}

/** Changes of all selected models. Those that can be taken back offer it. */
export function useModelBulk({ selection, filter }: Options) {
  const { t } = useTranslation('models');
  const shared = useShared();
  const { mutateAsync } = trpc.models.bulkUpdate.useMutation();
  const send = (target: object, patch: ModelBulkChange) => mutateAsync({ ...target, patch } as Update); // a target and a patch
  const undo = useInParts<ModelFilter, ModelBulkChange>({
    ...shared,
    send,
    onChanged: (ids) => toast.success(t('bulk.undone', { count: ids.length })),
  });
  const mutation = useInParts<ModelFilter, ModelBulkChange>({
    ...shared,
    send,
    isOrdered: (patch) => 'moveTo' in patch,
    onChanged: (publicIds, change) => {
      const patch = reverseOf(change);
      const takeBack = patch && { undo: () => undo.mutate({ publicIds, patch }, silent) };
      toast.success(t('bulk.changed', { count: publicIds.length }), takeBack);
    },
  });
  const bulk = useBulk({ selection, filter, mutation, onDone: ignore });
  return { ...bulk, ...running(undo.isPending ? undo : mutation) };
}

/** Deletes all selected models. */
export function useModelBulkDelete({ selection, filter }: Options) {
  const { t } = useTranslation('models');
  const { mutateAsync } = trpc.models.bulkDelete.useMutation();
  const mutation = useInParts<ModelFilter, null>({
    ...useShared(),
    send: (target) => mutateAsync(target),
    onChanged: ignore,
  });
  const onDone = (count: number) => toast.success(t('bulk.deleted', { count }));
  return { ...useBulk({ selection, filter, mutation, onDone }), ...running(mutation) };
}

/** How far it is, and how to end it; of a change that is being taken back, too. */
function running({ isPending, progress, isStopping, cancel }: Omit<ReturnType<typeof useInParts>, 'mutate'>) {
  return { isBusy: isPending, progress, isStopping, cancel };
}

type Update = Parameters<ReturnType<typeof trpc.models.bulkUpdate.useMutation>['mutateAsync']>[0];

function useShared() {
  const utils = trpc.useUtils();
  const refreshLists = useRefreshLists();
  return {
    findIds: async (target: { filter: ModelFilter; expectedCount: number }) => {
      try {
        return (await utils.client.models.matching.query(target)).publicIds;
      } catch (error) {
        toast.failure(failureOf(error)); // no mutation, so nobody else tells it
        throw error;
      }
    },
    onEnd: () => void Promise.all([refreshLists(), utils.models.get.invalidate()]),
  };
}

const ignore = () => undefined;
/** What fails is told by the mutation itself. */
const silent = { onSuccess: ignore, onError: ignore };
