import type { NewModel } from '@ai-providers/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldSentences } from '../../../api/error-message.js';
import { showFailure, type FormFailure } from '../../../api/form-failure.js';
import type { SecretHandle } from '../../../components/SecretField.js';
import { toast } from '../../../components/toast.js';
import type { ProviderForm } from '../provider-values.js';
import { useCreateProvider } from '../useProviderMutations.js';
import { inputOf, stepOf } from './values.js';

interface Options {
  form: ProviderForm;
  secret: RefObject<SecretHandle | null>;
  /** Goes to the step that shows a field at fault. */
  onFault: (step: 'connect' | 'models') => void;
}

/** Adds the provider with its models in one call, and leads to its page. */
export function useAddProvider({ form, secret, onFault }: Options) {
  const { t } = useTranslation(['catalogue', 'providers']);
  const navigate = useNavigate();
  const create = useCreateProvider();
  const [failure, setFailure] = useState<FormFailure | null>(null);

  const finish = async (models: readonly NewModel[]) => {
    setFailure(null);
    try {
      const sharedApiKey = secret.current?.read() ?? undefined;
      const added = await create.mutateAsync({ ...inputOf(form.getValues(), models), sharedApiKey });
      const { slug, displayName: name } = added;
      const count = models.length;
      toast.success(count > 0 ? t('toast.addedWith', { name, count }) : t('providers:toast.added', { name }));
      await navigate({ to: '/providers/$slug', params: { slug }, ignoreBlocker: true });
    } catch (error) {
      setFailure(showFailure(form, error, ['sharedApiKey']));
      const faults = Object.keys(fieldSentences(error));
      if (faults.length > 0) onFault(stepOf(faults));
    } finally {
      create.reset(); // forgets the key that was sent
    }
  };
  return { finish, failure, isBusy: create.isPending };
}
