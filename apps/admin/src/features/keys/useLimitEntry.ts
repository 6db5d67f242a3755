import type { SettingsOutput } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/me.js';
import type { IsoDate } from '../../components/iso-date.js';
import { toast } from '../../components/toast.js';
import { useRequestLimit, useSetOwnLimit } from './useMyKeyMutations.js';

/** A limit, and what goes with it: words with a request, a last day with one that is set. */
interface Entry {
  monthlyLimit: number | null;
  note?: string | undefined;
  until?: IsoDate | undefined;
}

/** Sends a limit: as a request, or at once where the caller sets limits. */
export function useLimitEntry({ provider, can, usualLimit, raise }: SettingsOutput, onDone: () => void) {
  const { t } = useTranslation('keys');
  const admin = useMe().data?.user.publicId;
  const request = useRequestLimit();
  const set = useSetOwnLimit();
  const { slug, displayName: name } = provider;

  const send = ({ monthlyLimit, note, until }: Entry) => {
    const done = (words: 'toast.limitAsked' | 'toast.limitSet') => ({
      onSuccess: () => {
        toast.success(t(words, { name }));
        onDone();
      },
    });
    if (!can.setLimit) request.mutate({ provider: slug, monthlyLimit, note }, done('toast.limitAsked'));
    else if (admin) {
      const expected = { usualLimit, raise };
      set.mutate({ admin, provider: slug, monthlyLimit, ...(until && { until }), expected }, done('toast.limitSet'));
    }
  };
  return { error: request.error ?? set.error, send, isBusy: request.isPending || set.isPending };
}
