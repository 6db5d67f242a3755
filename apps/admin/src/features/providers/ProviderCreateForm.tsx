import { providerCreateInput } from '@ai-providers/contracts';
import { Button, Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useContractForm } from '../../api/form.js';
import { focusFirst, showFailure, type FormFailure } from '../../api/form-failure.js';
import { Form } from '../../components/Form.js';
import { FormErrors } from '../../components/FormErrors.js';
import { ButtonLink } from '../../components/links.js';
import type { SecretHandle } from '../../components/SecretField.js';
import { toast } from '../../components/toast.js';
import { UnsavedGuard } from '../../components/UnsavedGuard.js';
import { ProviderFields } from './ProviderFields.js';
import { blankProvider, toCreateInput, type ProviderValues } from './provider-values.js';
import { useCreateProvider } from './useProviderMutations.js';

export function ProviderCreateForm({ initialValues = blankProvider }: { initialValues?: ProviderValues }) {
  const { t } = useTranslation('providers');
  const navigate = useNavigate();
  const create = useCreateProvider();
  const secret = useRef<SecretHandle>(null);
  const [hasSecret, setHasSecret] = useState(false);
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const form = useContractForm({
    schema: providerCreateInput,
    initialValues,
    toInput: toCreateInput,
  });

  const save = async (values: ProviderValues) => {
    setFailure(null);
    try {
      const sharedApiKey = secret.current?.read() ?? undefined;
      const { slug, displayName: name } = await create.mutateAsync({ ...toCreateInput(values), sharedApiKey });
      toast.success(t('toast.added', { name }));
      await navigate({ to: '/providers/$slug', params: { slug }, ignoreBlocker: true });
    } catch (error) {
      setFailure(showFailure(form, error, ['sharedApiKey']));
    } finally {
      create.reset(); // forgets the key that was sent
    }
  };

  return (
    <Form onSubmit={(event) => form.onSubmit(save, focusFirst(form))(event)}>
      <UnsavedGuard dirty={hasSecret || form.isDirty()} />
      <FormErrors failure={failure} />
      <ProviderFields form={form} secret={secret} onSecretTouched={setHasSecret} />
      <FormButtons busy={create.isPending} />
    </Form>
  );
}

function FormButtons({ busy }: { busy: boolean }) {
  const { t } = useTranslation(['providers', 'common']);
  return (
    <Group>
      <Button type="submit" loading={busy}>
        {t('form.create')}
      </Button>
      <ButtonLink to="/providers" variant="default">
        {t('common:action.cancel')}
      </ButtonLink>
    </Group>
  );
}
