import { Button, Group, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SidePanel } from '../../components/Dialog.js';
import { FieldGroup, Form } from '../../components/Form.js';
import { FormErrors } from '../../components/FormErrors.js';
import { UnsavedGuard } from '../../components/UnsavedGuard.js';
import { ExpiryFields } from './ExpiryFields.js';
import { ProviderFields } from './ProviderFields.js';
import { ScopeFields } from './ScopeFields.js';
import type { MadeToken } from './TokenOnce.js';
import { useTokenCreate, type TokenForm } from './useTokenCreate.js';

interface Props {
  onMade: (made: MadeToken) => void;
  onClose: () => void;
}

export function NewToken({ onMade, onClose }: Props) {
  const { t } = useTranslation(['tokens', 'common']);
  const { form, failure, busy, submit } = useTokenCreate(onMade);
  return (
    <SidePanel title={t('form.title')} onClose={onClose} size={560} locked={busy}>
      <Form onSubmit={submit}>
        <UnsavedGuard dirty={form.isDirty() && !busy} leaving="address" />
        <FormErrors title={t('form.failed')} failure={failure} />
        <TextInput
          data-autofocus
          required
          label={t('form.name')}
          description={t('form.nameHint')}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <ScopeFields form={form} />
        <ProviderFields form={form} />
        <ExpiryFields form={form} />
        <AddressField form={form} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={busy}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('form.create')}
          </Button>
        </Group>
      </Form>
    </SidePanel>
  );
}

/** The contract names the entry at fault; the form has one field for all of them. */
function AddressField({ form }: { form: TokenForm }) {
  const { t } = useTranslation('tokens');
  const fault = Object.keys(form.errors).find((path) => path.startsWith('allowedIps'));
  return (
    <FieldGroup legend={t('form.addresses')}>
      <Textarea
        label={t('form.allowedIps')}
        description={t('form.allowedIpsHint')}
        rows={3}
        autoComplete="off"
        spellCheck={false}
        attributes={{ input: { dir: 'ltr' } }}
        {...form.getInputProps('allowedIps')}
        error={fault !== undefined && form.errors[fault]}
      />
      <Text size="xs" c="dimmed">
        {t('form.allowedIpsRefused')}
      </Text>
    </FieldGroup>
  );
}
