import { Checkbox, Skeleton, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { ErrorState } from '../../components/ErrorState.js';
import { FieldGroup } from '../../components/Form.js';
import classes from './Tokens.module.css';
import type { TokenForm } from './useTokenCreate.js';
import { useProviderChoices } from './useTokens.js';

/** All providers, or those that are ticked. */
export function ProviderFields({ form }: { form: TokenForm }) {
  const { t } = useTranslation('tokens');
  const { providers, scopes } = form.values;
  const reachesAll = scopes.includes('admin');
  return (
    <FieldGroup legend={t('form.providers')}>
      <Checkbox
        label={t('form.allProviders')}
        description={reachesAll ? t('form.adminReachesAll') : t('form.allProvidersHint')}
        checked={providers === null || reachesAll}
        disabled={reachesAll}
        onChange={(event) => form.setFieldValue('providers', event.currentTarget.checked ? null : [])}
      />
      {providers !== null && !reachesAll && <Choices form={form} chosen={providers} />}
      {form.errors.providers && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {form.errors.providers}
        </Text>
      )}
    </FieldGroup>
  );
}

function Choices({ form, chosen }: { form: TokenForm; chosen: readonly string[] }) {
  const { data, error, refetch } = useProviderChoices();
  if (error) return <ErrorState {...failureOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={24} />;
  // In the order of the list, so that choosing and unchoosing again is no change.
  const toggle = (one: string) =>
    form.setFieldValue(
      'providers',
      data.items.map(({ slug }) => slug).filter((slug) => chosen.includes(slug) !== (slug === one)),
    );
  return (
    <div className={classes.choices}>
      {data.items.map(({ slug, displayName }) => (
        <Checkbox
          key={slug}
          label={<bdi>{displayName}</bdi>}
          checked={chosen.includes(slug)}
          onChange={() => toggle(slug)}
        />
      ))}
    </div>
  );
}
