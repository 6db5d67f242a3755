import { tokenScopes } from '@ai-providers/contracts/names';
import { Checkbox, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FieldGroup } from '../../components/Form.js';
import { Ltr } from '../../components/Ltr.js';
import { scopeWords } from './scope-words.js';
import type { TokenForm } from './useTokenCreate.js';

export function ScopeFields({ form }: { form: TokenForm }) {
  const { t } = useTranslation('tokens');
  const { scopes } = form.values;
  // In the order of the contract, so that choosing and unchoosing again is no change.
  const toggle = (one: (typeof tokenScopes)[number]) =>
    form.setFieldValue(
      'scopes',
      tokenScopes.filter((each) => scopes.includes(each) !== (each === one)),
    );
  return (
    <FieldGroup legend={t('form.scopes')}>
      {tokenScopes.map((scope) => (
        <Checkbox
          key={scope}
          label={
            <>
              {t(`scope.${scopeWords[scope]}.word`)}{' '}
              <Text span c="dimmed" size="xs">
                <Ltr mono>{scope}</Ltr>
              </Text>
            </>
          }
          description={t(`scope.${scopeWords[scope]}.meaning`)}
          checked={scopes.includes(scope)}
          onChange={() => toggle(scope)}
        />
      ))}
      {form.errors.scopes && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {form.errors.scopes}
        </Text>
      )}
    </FieldGroup>
  );
}
