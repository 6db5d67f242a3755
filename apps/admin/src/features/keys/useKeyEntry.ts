import type { SettingsOutput } from '@ai-providers/contracts';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf, fieldSentence, fieldSentences } from '../../api/error-message.js';
import type { Failure } from '../../components/ErrorState.js';
import type { SecretHandle } from '../../components/SecretField.js';
import { toast } from '../../components/toast.js';
import { useSaveKey } from './useMyKeyMutations.js';

/** Reads the typed key once, sends it, and forgets it whatever the answer. */
export function useKeyEntry({ provider, personalApiKey: stored }: SettingsOutput, onSaved: () => void) {
  const { t } = useTranslation('keys');
  const save = useSaveKey();
  const secret = useRef<SecretHandle>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [fieldError, setFieldError] = useState<string>();
  useEffect(() => secret.current?.focus(), []);

  const refuse = (error: unknown) => {
    setFieldError(fieldSentences(error).personalApiKey);
    setFailure(failureOf(error));
  };
  const send = async (personalApiKey: string, switchOver: boolean) => {
    try {
      await save.mutateAsync({
        provider: provider.slug,
        personalApiKey,
        ...(switchOver && { useSharedApi: false }),
      });
      toast.success(t(stored.set ? 'toast.replaced' : 'toast.added', { name: provider.displayName }));
      onSaved();
    } catch (error) {
      refuse(error);
    } finally {
      save.reset(); // forgets the key that was sent
    }
  };
  const submit =
    ({ switchOver }: { switchOver: boolean }) =>
    (event: SyntheticEvent) => {
      event.preventDefault();
      setFailure(null);
      const typed = secret.current?.read();
      setFieldError(typed ? undefined : fieldSentence({ reason: 'REQUIRED' }));
      if (typed) void send(typed, switchOver);
      else secret.current?.focus();
    };
  return { secret, failure, fieldError, submit, isBusy: save.isPending };
}
