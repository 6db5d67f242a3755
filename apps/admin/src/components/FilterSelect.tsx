import { NativeSelect } from '@mantine/core';

interface Props<Value extends string> {
  /** What it filters by, read out. */
  label: string;
  /** The choice that filters nothing. */
  any: string;
  options: ReadonlyArray<{ value: Value; label: string }>;
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
}

/** One of a few, or any. */
export function FilterSelect<Value extends string>({ label, any, options, value, onChange }: Props<Value>) {
  return (
    <NativeSelect
      aria-label={label}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(options.find((each) => each.value === currentTarget.value)?.value)}
      data={[{ value: '', label: any }, ...options]}
    />
  );
}
