import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldSentence } from '../../api/error-message.js';
import { Ltr } from '../../components/Ltr.js';
import { configProblems, type ConfigProblem } from './config-text.js';
import classes from './ModelForm.module.css';
import type { ModelForm } from './model-values.js';

/** The configuration as text, checked as a whole: what is wrong is told with its path. */
export function ConfigField({ form }: { form: ModelForm }) {
  const { t } = useTranslation('models');
  const { config } = form.values;
  const [checked, setChecked] = useState<string>();
  const wasRefused = Object.keys(form.errors).some((path) => path.split('.')[0] === 'config');
  const problems = wasRefused || checked === config ? configProblems(config) : [];
  return (
    <Textarea
      label={t('form.config')}
      description={t('form.configHint')}
      {...form.getInputProps('config')}
      error={problems.length > 0 && <Problems problems={problems} />}
      onBlur={() => setChecked(config)}
      rows={8}
      autoComplete="off"
      spellCheck={false}
      classNames={{ input: classes.code }}
      attributes={{ input: { dir: 'ltr' } }}
    />
  );
}

function Problems({ problems }: { problems: readonly ConfigProblem[] }) {
  return problems.map(({ path, error }) => (
    <span key={path} className={classes.problem}>
      {path !== '' && <Ltr mono>{path}</Ltr>} {fieldSentence(error)}
    </span>
  ));
}
