import { Checkbox, Stack } from '@mantine/core';
import { useState, type ComponentProps } from 'react';
import { NumberField } from './NumberField.js';
import type { NumberText } from './number-or-none.js';

interface Props extends Omit<ComponentProps<typeof NumberField>, 'kind' | 'value' | 'onChange'> {
  /** What it means to have no number: "No limit". */
  noneLabel: string;
  /** As a form's field gives it; undefined is as good as empty. */
  value?: NumberText;
  onChange: (value: NumberText) => void;
}

/** A whole number, or none at all by a tick of its own: an empty field and 0 are neither. */
export function NumberOrNone({ noneLabel, value = '', onChange, disabled, ...field }: Props) {
  // Comes back when the tick is taken away again.
  const [typed, setTyped] = useState(value ?? '');
  const type = (text: string) => {
    setTyped(text);
    onChange(text);
  };
  return (
    <Stack gap="xs">
      <NumberField
        {...field}
        kind="integer"
        disabled={disabled || value === null}
        value={value ?? ''}
        onChange={type}
      />
      <Checkbox
        label={noneLabel}
        disabled={disabled}
        checked={value === null}
        onChange={(event) => onChange(event.currentTarget.checked ? null : typed)}
      />
    </Stack>
  );
}
