import { tokenCreateInput } from '@ai-providers/contracts';
import { useState } from 'react';
import { useContractForm } from '../../api/form.js';
import { focusFirst, showFailure, type FormFailure } from '../../api/form-failure.js';
import type { MadeToken } from './TokenOnce.js';
import { blankToken, toCreateInput, type TokenValues } from './token-values.js';
import { useCreateToken } from './useTokens.js';

export type TokenForm = ReturnType<typeof useTokenCreate>['form'];

export function useTokenCreate(onMade: (made: MadeToken) => void) {
  const create = useCreateToken();
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const form = useContractForm<TokenValues>({
    schema: tokenCreateInput,
    initialValues: blankToken(),
    toInput: toCreateInput,
  });
  const submit = form.onSubmit(async (values) => {
    setFailure(null);
    try {
      const made = await create.mutateAsync(toCreateInput(values));
      create.reset();
      onMade(made);
    } catch (error) {
      setFailure(showFailure(form, error));
    }
  }, focusFirst(form));
  return { form, failure, busy: create.isPending, submit };
}
