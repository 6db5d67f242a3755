import { useNavigate } from '@tanstack/react-router';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useContractForm } from '../../api/form.js';
import { focusFirst, showFailure, type FormFailure } from '../../api/form-failure.js';
import { toast } from '../../components/toast.js';
import { blankModel, createSchema, toCreateInput, type ModelValues } from './model-values.js';
import { useCreateModel } from './useModelMutations.js';

/** What comes after a save: the list, or a blank form for the same provider. */
type Then = 'close' | 'another';

export function useModelCreate(provider: string) {
  const { t } = useTranslation('models');
  const navigate = useNavigate();
  const create = useCreateModel();
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const [then, setThen] = useState<Then>('close');
  const form = useContractForm({
    schema: createSchema,
    initialValues: blankModel(provider),
    toInput: toCreateInput,
  });

  const proceed = async (next: Then, slug: string) => {
    if (next === 'close') return navigate({ to: '/models', search: { provider: slug }, ignoreBlocker: true });
    form.setInitialValues(blankModel(slug));
    form.reset();
    form.getInputNode('modelId')?.focus();
  };
  const save = (next: Then) => async (values: ModelValues) => {
    setThen(next);
    setFailure(null);
    try {
      const model = await create.mutateAsync(toCreateInput(values));
      toast.success(t('toast.added', { name: model.displayName }));
      await proceed(next, model.provider.slug);
    } catch (error) {
      setFailure(showFailure(form, error));
    }
  };
  return {
    form,
    failure,
    busy: create.isPending ? then : null,
    save: (next: Then) => (event?: SyntheticEvent<HTMLFormElement>) =>
      form.onSubmit((values) => void save(next)(values), focusFirst(form))(event),
  };
}
