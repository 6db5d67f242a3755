import type { NewModel } from '@ai-providers/contracts';
import { Button, Group, Switch, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldGroup } from '../../../components/Form.js';
import type { ProviderForm } from '../provider-values.js';
import { ModelPicker } from './ModelPicker.js';

interface Props {
  form: ProviderForm;
  models: readonly NewModel[];
  /** Ids of the models to be added. */
  chosen: ReadonlySet<string>;
  onChoose: (chosen: Set<string>) => void;
  busy: boolean;
  onBack: () => void;
}

/** Which of the known models are added with the provider, and who may use which key. */
export function ModelsStep({ form, models, chosen, onChoose, busy, onBack }: Props) {
  const { t } = useTranslation(['catalogue', 'providers', 'common']);
  // What had the focus is hidden now: reading goes on from the top of the page.
  useEffect(() => document.querySelector<HTMLElement>('#main h1')?.focus(), []);
  return (
    <>
      <FieldGroup legend={t('models.title')}>
        {models.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('models.none')}
          </Text>
        ) : (
          <ModelPicker models={models} chosen={chosen} onChoose={onChoose} />
        )}
      </FieldGroup>
      <FieldGroup legend={t('providers:form.access')}>
        <Switch
          label={t('providers:form.allowPersonalKeys')}
          description={t('providers:form.allowPersonalKeysHint')}
          {...form.getInputProps('allowPersonalKeys', { type: 'checkbox' })}
        />
        <Switch
          label={t('providers:form.allowShared')}
          description={t('providers:form.allowSharedHint')}
          {...form.getInputProps('allowSharedForNormalAdmins', { type: 'checkbox' })}
        />
      </FieldGroup>
      <Group>
        <Button type="submit" loading={busy}>
          {t('providers:form.create')}
        </Button>
        <Button variant="default" disabled={busy} onClick={onBack}>
          {t('common:action.back')}
        </Button>
      </Group>
    </>
  );
}
