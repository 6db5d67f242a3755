import { UnstyledButton } from '@mantine/core';
import classes from './Segments.module.css';

interface Props<Value extends string> {
  /** What is chosen, read out. */
  label: string;
  options: ReadonlyArray<{ value: Value; label: string }>;
  value: Value;
  onChange: (value: Value) => void;
}

/** One of a few, all of them in sight. */
export function Segments<Value extends string>({ label, options, value, onChange }: Props<Value>) {
  return (
    <div role="group" aria-label={label} className={classes.root}>
      {options.map((option) => (
        <UnstyledButton
          key={option.value}
          className={classes.segment}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </UnstyledButton>
      ))}
    </div>
  );
}
