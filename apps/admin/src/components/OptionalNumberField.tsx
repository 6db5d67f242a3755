import { Checkbox, Stack } from '@mantine/core';
import { NumberField } from './NumberField.js';
import type { OptionalNumberValue } from './optional-number.js';

interface Props {
  label: string;
  description?: string;
  /** Beside the box that stands for none. */
  noneLabel: string;
  value: OptionalNumberValue;
  error?: string;
  onChange: (value: OptionalNumberValue) => void;
}

/** A whole number, or by a tick none at all. */
export function OptionalNumberField({ label, description, noneLabel, value, error, onChange }: Props) {
  return (
    <Stack gap="xs">
      <NumberField
        kind="integer"
        label={label}
        description={description}
        value={value.isNone ? '' : value.text}
        disabled={value.isNone}
        error={error}
        data-autofocus
        onChange={(text) => onChange({ text, isNone: false })}
      />
      <Checkbox
        label={noneLabel}
        checked={value.isNone}
        onChange={(event) => onChange({ ...value, isNone: event.currentTarget.checked })}
      />
    </Stack>
  );
}
