import { Button, Group, Input, Textarea } from '@mantine/core';
import { Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Form.module.css';
import type { JsonCodeProps } from './json-code.js';
import { Problems } from './JsonField.js';
import { lazyPart } from './lazy-part.js';
import { LineDiff } from './LineDiff.js';

const JsonCode = lazyPart(async () => (await import('./JsonEditor.lazy.js')).JsonCode);

interface Props extends Omit<JsonCodeProps, 'onBlur'> {
  description: string;
  /** What is stored, to compare with. */
  stored: string;
  /** Whether the form has refused the text. */
  isRefused: boolean;
}

/** JSON with line numbers and marks; a plain field until the editor has come. */
export function JsonEditor({ label, description, value, stored, isRefused, check, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [checked, setChecked] = useState<string>();
  const [compares, setCompares] = useState(false);
  const problems = isRefused || checked === value ? check(value) : [];
  const shared = { label, value, check, onChange, onBlur: () => setChecked(value) };
  return (
    <Input.Wrapper
      label={label}
      description={description}
      labelElement="div"
      errorProps={{ id }}
      error={problems.length > 0 && <Problems problems={problems} />}
    >
      <Group gap="xs" my={8}>
        <FormatButton value={value} onChange={onChange} />
        <Button
          size="compact-sm"
          variant="default"
          aria-pressed={compares}
          disabled={value === stored && !compares}
          onClick={() => setCompares(!compares)}
        >
          {t(compares ? 'json.hideChanges' : 'json.showChanges')}
        </Button>
      </Group>
      <Suspense fallback={<PlainText {...shared} />}>
        <JsonCode {...shared} />
      </Suspense>
      {compares && <LineDiff label={t('json.changes')} before={stored} after={value} />}
    </Input.Wrapper>
  );
}

function FormatButton({ value, onChange }: Pick<Props, 'value' | 'onChange'>) {
  const { t } = useTranslation();
  const formatted = formattedText(value);
  return (
    <Button
      size="compact-sm"
      variant="default"
      disabled={formatted === null || formatted === value}
      onClick={() => onChange(formatted ?? value)}
    >
      {t('json.format')}
    </Button>
  );
}

function PlainText({ label, value, onChange, onBlur }: JsonCodeProps) {
  return (
    <Textarea
      aria-label={label}
      rows={10}
      spellCheck={false}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onBlur}
      classNames={{ input: classes.code }}
      attributes={{ input: { dir: 'ltr' } }}
    />
  );
}

/** Null for text that does not parse. */
function formattedText(text: string): string | null {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return null; // the only thing that JSON.parse throws for
  }
}
