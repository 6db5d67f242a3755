import type { SettingsOutput } from '@ai-providers/contracts';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf, fieldSentence, fieldSentences } from '../../api/error-message.js';
import { useMe } from '../../api/me.js';
import type { IsoDate } from '../../components/iso-date.js';
import { numberOrNone, type OptionalNumberValue } from '../../components/optional-number.js';
import { toast } from '../../components/toast.js';
import { useRequestLimit, useSetOwnLimit } from './useMyKeyMutations.js';

/** What goes with a limit: words with a request, a last day with one that is set. */
interface Beside {
  note: string;
  until: IsoDate | null;
}

/** Sends a limit: as a request, or at once where the caller sets limits. */
export function useLimitEntry({ provider, can }: SettingsOutput, onDone: () => void) {
  const { t } = useTranslation('keys');
  const admin = useMe().data?.user.publicId;
  const request = useRequestLimit();
  const set = useSetOwnLimit();
  const [missing, setMissing] = useState(false);
  const error = request.error ?? set.error;
  const { slug, displayName: name } = provider;

  const send = (monthlyLimit: number | null, { note, until }: Beside) => {
    const done = (words: 'toast.limitAsked' | 'toast.limitSet') => ({
      onSuccess: () => {
        toast.success(t(words, { name }));
        onDone();
      },
    });
    if (!can.setLimit) request.mutate({ provider: slug, monthlyLimit, note }, done('toast.limitAsked'));
    else if (admin)
      set.mutate({ admin, provider: slug, monthlyLimit, ...(until !== null && { until }) }, done('toast.limitSet'));
  };
  const submit = (value: OptionalNumberValue, beside: Beside) => (event: SyntheticEvent) => {
    event.preventDefault();
    const monthlyLimit = numberOrNone(value);
    setMissing(monthlyLimit === undefined);
    if (monthlyLimit !== undefined) send(monthlyLimit, beside);
  };
  return {
    failure: error ? failureOf(error) : null,
    fieldErrors: missing ? { monthlyLimit: fieldSentence({ reason: 'REQUIRED' }) } : fieldSentences(error),
    submit,
    isBusy: request.isPending || set.isPending,
  };
}
