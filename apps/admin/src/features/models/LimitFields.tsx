import { useTranslation } from 'react-i18next';
import { fieldSentence } from '../../api/error-message.js';
import { FieldGroup } from '../../components/Form.js';
import { NumberField } from '../../components/NumberField.js';
import classes from './ModelForm.module.css';
import { outputExceedsContext, toPatch, type ModelForm } from './model-values.js';

export function LimitFields({ form }: { form: ModelForm }) {
  const { t } = useTranslation('models');
  const { contextWindow, maxTokens } = form.values;
  const tooLong = outputExceedsContext(toPatch(form.values)) && fieldSentence({ reason: 'MAX_TOKENS_ABOVE_CONTEXT' });
  return (
    <FieldGroup legend={t('form.limits')}>
      <div className={classes.pair}>
        <NumberField
          kind="integer"
          label={t('column.contextWindow')}
          description={t('form.contextHint')}
          {...form.getInputProps('contextWindow')}
          value={contextWindow}
        />
        <NumberField
          kind="integer"
          label={t('column.maxTokens')}
          description={t('form.maxTokensHint')}
          {...form.getInputProps('maxTokens')}
          error={form.errors.maxTokens ?? tooLong}
          value={maxTokens}
        />
      </div>
    </FieldGroup>
  );
}
