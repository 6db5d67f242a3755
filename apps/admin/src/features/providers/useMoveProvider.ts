import type { ProviderReorderInput } from '@ai-providers/contracts';
import { getQueryKey } from '@trpc/react-query';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../api/trpc.js';
import { useOptimistic } from '../../api/use-optimistic.js';
import { toast } from '../../components/toast.js';
import { withMoved } from './provider-order.js';
import { useRefreshLists, type ProviderList } from './useProviderMutations.js';
import { listInputOf } from './useProviders.js';
import { pageOf, type ProvidersSearch } from './useProvidersSearch.js';

/** Moves a provider in the order of all: shown at once in the list of this address, told with Undo. */
export function useMoveProvider(search: ProvidersSearch) {
  const { t } = useTranslation('providers');
  const refreshLists = useRefreshLists();
  const { before } = pageOf(search);
  const optimistic = useOptimistic<ProviderList, ProviderReorderInput>(
    getQueryKey(trpc.providers.list, listInputOf(search), 'query'),
    (list, move) => withMoved(list, move, before),
  );
  const shared = { ...optimistic, onSettled: () => refreshLists() };
  const undo = trpc.providers.reorder.useMutation(shared);
  const move = trpc.providers.reorder.useMutation(shared);
  return (place: ProviderReorderInput, name: string) =>
    move.mutate(place, {
      onSuccess: ({ publicId, position, previousAfterId }) =>
        toast.success(t('toast.moved', { name, position }), {
          undo: () => undo.mutate({ publicId, afterId: previousAfterId }),
        }),
    });
}
