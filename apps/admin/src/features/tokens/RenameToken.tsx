import { tokenUpdateInput, type TokenOutput } from '@ai-providers/contracts';
import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useContractForm } from '../../api/form.js';
import { focusFirst, showFailure, type FormFailure } from '../../api/form-failure.js';
import { Dialog } from '../../components/Dialog.js';
import { Form } from '../../components/Form.js';
import { FormErrors } from '../../components/FormErrors.js';
import { toast } from '../../components/toast.js';
import { useUpdateToken } from './useTokens.js';

export function RenameToken({ token, onClose }: { token: TokenOutput; onClose: () => void }) {
  const { t } = useTranslation(['tokens', 'common']);
  const update = useUpdateToken();
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const form = useContractForm<{ name: string }>({
    schema: tokenUpdateInput.shape.patch.required(),
    initialValues: { name: token.name },
  });
  const submit = form.onSubmit(async (patch) => {
    setFailure(null);
    try {
      await update.mutateAsync({ publicId: token.publicId, patch, expectedUpdatedAt: token.updatedAt });
      toast.success(t('toast.renamed'));
      onClose();
    } catch (error) {
      const shown = showFailure(form, error);
      setFailure(shown.code === 'EDIT_CONFLICT' ? { ...shown, message: t('rename.conflict') } : shown);
    }
  }, focusFirst(form));
  return (
    <Dialog title={t('rename.title', { name: token.name })} onClose={onClose} locked={update.isPending}>
      <Form onSubmit={submit}>
        <FormErrors failure={failure} />
        <TextInput data-autofocus required label={t('form.name')} autoComplete="off" {...form.getInputProps('name')} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={update.isPending}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" loading={update.isPending}>
            {t('rename.submit')}
          </Button>
        </Group>
      </Form>
    </Dialog>
  );
}
