import { Textarea, type TextareaProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Form.module.css';
import { Ltr } from './Ltr.js';

export interface TextPlace {
  line: number;
  column: number;
}

export interface JsonProblem {
  /** Where in the value, such as `auth.scheme`; '' for the whole. */
  path: string;
  sentence: string;
  /** Where in the text, for text that does not parse. */
  place?: TextPlace;
}

interface Props extends Omit<TextareaProps, 'value'> {
  value: string;
  /** Whether the form has refused the text. */
  isRefused: boolean;
  check: (text: string) => JsonProblem[];
}

/** JSON as text, checked as a whole on leaving it: what is wrong is told with its path, or its place in the text. */
export function JsonField({ value, isRefused, check, ...props }: Props) {
  const [checked, setChecked] = useState<string>();
  const problems = isRefused || checked === value ? check(value) : [];
  return (
    <Textarea
      rows={10}
      autoComplete="off"
      spellCheck={false}
      {...props}
      value={value}
      error={problems.length > 0 && <Problems problems={problems} />}
      onBlur={() => setChecked(value)}
      classNames={{ input: classes.code }}
      attributes={{ input: { dir: 'ltr' } }}
    />
  );
}

export function Problems({ problems }: { problems: readonly JsonProblem[] }) {
  const { t } = useTranslation();
  return problems.map(({ path, sentence, place }) => (
    <span key={path} className={classes.problem}>
      {path !== '' && <Ltr mono>{path}</Ltr>} {sentence} {place && t('form.textPlace', { ...place })}
    </span>
  ));
}
