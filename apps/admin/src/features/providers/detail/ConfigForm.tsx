import { providerConfig, type ProviderOutput } from '@ai-providers/contracts';
import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { configProblems, configText } from '../../../api/config-text.js';
import { FieldGroup } from '../../../components/Form.js';
import { JsonEditor } from '../../../components/JsonEditor.js';
import { SlugField } from '../SlugField.js';
import { DangerZone } from './DangerZone.js';
import { EditForm } from './EditForm.js';

const checkConfig = (text: string) => configProblems(providerConfig, text);

/** What programs call the provider, what it needs beside an address, and how it is given up. */
export function ConfigForm({ provider }: { provider: ProviderOutput }) {
  const { t } = useTranslation(['providers', 'common']);
  return (
    <>
      <EditForm provider={provider} fields={['name', 'slug', 'config']}>
        {({ form, base }) => (
          <>
            <FieldGroup legend={t('form.identity')}>
              <TextInput
                label={t('form.name')}
                description={t('form.nameHint')}
                required
                autoComplete="off"
                {...form.getInputProps('name')}
              />
              <SlugField form={form} stored={base.slug} />
            </FieldGroup>
            <JsonEditor
              label={t('common:form.config')}
              description={t('form.configHint')}
              value={form.values.config}
              stored={configText(base.config ?? {})}
              isRefused={Object.keys(form.errors).some((path) => path.startsWith('config'))}
              check={checkConfig}
              onChange={(text) => form.setFieldValue('config', text)}
            />
          </>
        )}
      </EditForm>
      <DangerZone provider={provider} />
    </>
  );
}
