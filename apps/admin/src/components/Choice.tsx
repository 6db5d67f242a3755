import { NativeSelect } from '@mantine/core';

interface Props<Value extends string> {
  label: string;
  value: Value;
  values: readonly Value[];
  word: (value: Value) => string;
  onChange: (value: Value) => void;
}

/** One of a few named values. */
export function Choice<Value extends string>({ label, value, values, word, onChange }: Props<Value>) {
  return (
    <NativeSelect
      label={label}
      value={value}
      data={values.map((each) => ({ value: each, label: word(each) }))}
      onChange={({ currentTarget }) => {
        const next = values.find((each) => each === currentTarget.value);
        if (next) onChange(next);
      }}
    />
  );
}
