import type { ModelOutput, ProviderOutput } from '@ai-providers/contracts';
import { Button, Group } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Form } from '../../components/Form.js';
import { FormErrors } from '../../components/FormErrors.js';
import { ButtonLink } from '../../components/links.js';
import { UnsavedGuard } from '../../components/UnsavedGuard.js';
import { ModelFields } from './ModelFields.js';
import { useModelCreate } from './useModelCreate.js';

const route = getRouteApi('/panel/models/new');

interface Props {
  providers: readonly ProviderOutput[];
  /** The model that the new one begins as a copy of. */
  source?: ModelOutput;
}

export function ModelCreateForm({ providers, source }: Props) {
  const asked = route.useSearch().provider;
  const [only] = providers.length === 1 ? providers : [];
  const provider = providers.find(({ slug }) => slug === asked) ?? only;
  const { form, failure, rival, isDirty, busy, save } = useModelCreate(provider?.slug ?? '', source);
  return (
    <Form onSubmit={save('close')}>
      <UnsavedGuard dirty={isDirty} leaving="address" />
      <FormErrors failure={failure} />
      <ModelFields form={form} providers={providers} rival={rival} />
      <FormButtons busy={busy} onAnother={save('another')} />
    </Form>
  );
}

function FormButtons({ busy, onAnother }: { busy: 'close' | 'another' | null; onAnother: () => void }) {
  const { t } = useTranslation(['models', 'common']);
  return (
    <Group>
      <Button type="submit" loading={busy === 'close'} disabled={busy === 'another'}>
        {t('form.create')}
      </Button>
      <Button variant="default" loading={busy === 'another'} disabled={busy === 'close'} onClick={onAnother}>
        {t('form.createAnother')}
      </Button>
      <ButtonLink to="/models" variant="subtle">
        {t('common:action.cancel')}
      </ButtonLink>
    </Group>
  );
}
