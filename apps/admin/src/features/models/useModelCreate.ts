import type { ModelOutput } from '@ai-providers/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useContractForm } from '../../api/form.js';
import { focusFirst } from '../../api/form-failure.js';
import { toast } from '../../components/toast.js';
import { blankModel, copyOf, createSchema, shownAt, toCreateInput, type ModelValues } from './model-values.js';
import { useCreateModel } from './useModelMutations.js';
import { useSaveFailure } from './useSaveFailure.js';

/** What comes after a save: the list, or a blank form for the same provider. */
type Then = 'close' | 'another';

/** @param source the model that the new one begins as a copy of */
export function useModelCreate(provider: string, source: ModelOutput | undefined) {
  const { t } = useTranslation('models');
  const navigate = useNavigate();
  const create = useCreateModel();
  const [start, setStart] = useState(() => (source ? copyOf(source) : blankModel(provider)));
  const [then, setThen] = useState<Then>('close');
  const form = useContractForm({ schema: createSchema, initialValues: start, toInput: toCreateInput, shownAt });
  const { failure, rival, forget, show } = useSaveFailure(form);

  const proceed = async (next: Then, slug: string) => {
    if (next === 'close') return navigate({ to: '/models', search: { provider: [slug] }, ignoreBlocker: true });
    const blank = blankModel(slug);
    setStart(blank);
    form.setInitialValues(blank);
    form.reset();
    form.getInputNode('modelId')?.focus();
  };
  const save = (next: Then) => async (values: ModelValues) => {
    setThen(next);
    forget();
    try {
      const model = await create.mutateAsync(toCreateInput(values));
      toast.success(t('toast.added', { name: model.displayName }));
      await proceed(next, model.provider.slug);
    } catch (error) {
      show(error, values.provider);
    }
  };
  return {
    form,
    failure,
    rival,
    isDirty: JSON.stringify(toCreateInput(form.values)) !== JSON.stringify(toCreateInput(start)),
    busy: create.isPending ? then : null,
    save: (next: Then) => (event?: SyntheticEvent<HTMLFormElement>) =>
      form.onSubmit((values) => void save(next)(values), focusFirst(form))(event),
  };
}
