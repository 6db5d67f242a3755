import { TextInput, type TextInputProps } from '@mantine/core';
import { numberText, type NumberKind } from '../i18n/digits.js';

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue' | 'type'> {
  kind: NumberKind;
  /** ASCII digits, as they go into a request; '' for none. */
  value: string;
  onChange: (value: string) => void;
}

/** A number as text, typed in Persian, Arabic or ASCII digits. The contract's schema says what is wrong with it. */
export function NumberField({ kind, value, onChange, ...props }: Props) {
  return (
    <TextInput
      autoComplete="off"
      {...props}
      inputMode={kind === 'integer' ? 'numeric' : 'decimal'}
      attributes={{ input: { dir: 'ltr' } }}
      value={value}
      onChange={(event) => onChange(numberText(event.currentTarget.value, kind))}
    />
  );
}
