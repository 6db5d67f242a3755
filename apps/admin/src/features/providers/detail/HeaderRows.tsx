import type { JsonObject } from '@ai-providers/contracts';
import { ActionIcon, Button, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { configOf, configText } from '../../../api/config-text.js';
import classes from './Detail.module.css';
import { headerProblem, headersOf, withHeaders, type Header } from './config-parts.js';

interface Props {
  /** The config that holds them, as the form has it. */
  text: string;
  onChange: (config: JsonObject) => void;
}

/** Headers by name and value. Rows that are half typed are kept here: the config holds whole ones. */
export function HeaderRows({ text, onChange }: Props) {
  const { t } = useTranslation('provider');
  const add = useRef<HTMLButtonElement>(null);
  const [isAdding, setAdding] = useState(false);
  const [rows, setRows] = useRows(text, onChange);
  const change = (index: number, part: Partial<Header>) =>
    setRows(rows.map((row, each) => (each === index ? { ...row, ...part } : row)));
  const begin = () => {
    setAdding(true);
    setRows([...rows, { name: '', value: '' }]);
  };
  const remove = (index: number) => {
    setRows(rows.filter((_, each) => each !== index));
    add.current?.focus(); // the button that was pressed goes with the row
  };
  return (
    <fieldset className={classes.headers}>
      <legend>{t('advanced.headers')}</legend>
      <Text size="xs" c="dimmed">
        {t('advanced.headersHint')}
      </Text>
      {rows.map((row, index) => (
        <HeaderRow
          key={index}
          row={row}
          number={index + 1}
          problem={headerProblem(rows, index)}
          autoFocus={isAdding && index === rows.length - 1}
          onChange={(part) => change(index, part)}
          onRemove={() => remove(index)}
        />
      ))}
      <Button ref={add} size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={begin}>
        {t('advanced.addHeader')}
      </Button>
    </fieldset>
  );
}

/** Begins again from the config whenever something else changed it: a save, a discarded edit, a newer record. */
function useRows(text: string, onChange: Props['onChange']): [Header[], (rows: Header[]) => void] {
  const [now, setNow] = useState(() => ({ text, rows: headersOf(configOf(text)) }));
  const rows = now.text === text ? now.rows : headersOf(configOf(text));
  if (now.text !== text) setNow({ text, rows });
  const change = (next: Header[]) => {
    const config = withHeaders(configOf(text), next);
    setNow({ text: configText(config), rows: next });
    onChange(config);
  };
  return [rows, change];
}

interface RowProps {
  row: Header;
  /** Counted from 1. */
  number: number;
  problem: ReturnType<typeof headerProblem>;
  autoFocus: boolean;
  onChange: (part: Partial<Header>) => void;
  onRemove: () => void;
}

function HeaderRow({ row, number, problem, autoFocus, onChange, onRemove }: RowProps) {
  const { t } = useTranslation('provider');
  const text = { autoComplete: 'off', spellCheck: false, attributes: { input: { dir: 'ltr' } } } as const;
  return (
    <div role="group" aria-label={t('advanced.header', { number })} className={classes.header}>
      <TextInput
        label={t('advanced.headerName')}
        autoFocus={autoFocus}
        error={problem && t(`advanced.${problem}`)}
        value={row.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        {...text}
      />
      <TextInput
        label={t('advanced.headerValue')}
        value={row.value}
        onChange={(event) => onChange({ value: event.currentTarget.value })}
        {...text}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('advanced.removeHeader', { number })}
        onClick={onRemove}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}
