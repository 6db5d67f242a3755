import type { ProviderOutput } from '@ai-providers/contracts';
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

export function ModelCreateForm({ providers }: { providers: readonly ProviderOutput[] }) {
  const asked = route.useSearch().provider;
  const [only] = providers.length === 1 ? providers : [];
  const provider = providers.find(({ slug }) => slug === asked) ?? only;
  const { form, failure, busy, save } = useModelCreate(provider?.slug ?? '');
  return (
    <Form onSubmit={save('close')}>
      <UnsavedGuard dirty={form.isDirty()} leaving="address" />
      <FormErrors failure={failure} />
      <ModelFields form={form} providers={providers} />
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
