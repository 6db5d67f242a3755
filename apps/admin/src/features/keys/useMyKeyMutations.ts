import type { SettingsOutput, SettingsUpdateInput } from '@ai-providers/contracts';
import { getQueryKey } from '@trpc/react-query';
import { useTranslation } from 'react-i18next';
import { errorDataOf, failureOf } from '../../api/error-message.js';
import { secretMutation } from '../../api/query-client.js';
import { trpc } from '../../api/trpc.js';
import { useOptimistic } from '../../api/use-optimistic.js';
import { toast } from '../../components/toast.js';

/** Puts an answered standing in its place, and lets the rules be asked again. */
function useAdopt() {
  const utils = trpc.useUtils();
  return async (settings: SettingsOutput) => {
    utils.settings.mine.setData(undefined, (all) => all?.map((each) => (isSame(each, settings) ? settings : each)));
    await utils.keys.explain.invalidate({ provider: settings.provider.slug });
  };
}

/** Adds, replaces or removes the caller's own key. */
export function useSaveKey() {
  const utils = trpc.useUtils();
  const adopt = useAdopt();
  return trpc.settings.update.useMutation({
    ...secretMutation,
    meta: { handlesError: true }, // the dialog shows it
    onSuccess: adopt,
    onSettled: () => utils.settings.mine.invalidate(),
  });
}

/** Asks for a higher limit. */
export function useRequestLimit() {
  return trpc.settings.requestLimit.useMutation(useStanding());
}

/** Sets a limit of one's own, where the caller sets limits. */
export function useSetOwnLimit() {
  return trpc.settings.setLimit.useMutation(useStanding());
}

/** For mutations that answer the caller's standing, and whose dialog shows the failure. */
function useStanding() {
  const utils = trpc.useUtils();
  return {
    meta: { handlesError: true },
    onSuccess: useAdopt(),
    onSettled: async () => {
      await utils.settings.mine.invalidate();
      await utils.system.dashboard.invalidate();
    },
  };
}

/** The switch between the shared and the own key: shown at once, told with Undo, taken back if the server refuses. */
export function useChooseKey() {
  const { t } = useTranslation('keys');
  const adopt = useAdopt();
  const optimistic = useOptimistic<SettingsOutput[], SettingsUpdateInput>(getQueryKey(trpc.settings.mine), withChoice);
  const undo = trpc.settings.update.useMutation({
    ...optimistic,
    meta: { handlesError: true }, // told here
    onError: (error, input, context) => {
      optimistic.onError(error, input, context);
      const reason = errorDataOf(error)?.reason;
      if (reason === 'EDIT_CONFLICT') toast.failure({ message: t('toast.undoLate') });
      else if (reason !== 'UNAUTHENTICATED') toast.failure(failureOf(error)); // that one is a dialog of its own
    },
    onSuccess: adopt,
  });
  return trpc.settings.update.useMutation({
    ...optimistic,
    meta: { handlesError: true }, // the card shows it
    onSuccess: async (settings) => {
      const { provider, useSharedApi, updatedAt } = settings;
      // An undo must not take back what was changed since, in another window or by who sets limits.
      const expectedUpdatedAt = updatedAt ?? undefined;
      toast.success(t(useSharedApi ? 'toast.shared' : 'toast.personal', { name: provider.displayName }), {
        undo: () => undo.mutate({ provider: provider.slug, useSharedApi: !useSharedApi, expectedUpdatedAt }),
      });
      await adopt(settings);
    },
  });
}

/** What the key then is only the server knows; it is right a moment later. */
export function withChoice(all: SettingsOutput[], { provider, useSharedApi }: SettingsUpdateInput): SettingsOutput[] {
  if (useSharedApi === undefined) return all;
  return all.map((each) => (each.provider.slug === provider ? { ...each, useSharedApi } : each));
}

function isSame(one: SettingsOutput, other: SettingsOutput): boolean {
  return one.provider.slug === other.provider.slug;
}
