import type { ReactNode } from 'react';
import classes from './CheckList.module.css';

interface Choice<Value extends string> {
  value: Value;
  label: ReactNode;
  /** Stands at the end of the line, such as how many there are. */
  aside?: ReactNode;
}

interface Props<Value extends string> {
  legend: string;
  choices: ReadonlyArray<Choice<Value>>;
  checked: readonly Value[];
  onToggle: (value: Value) => void;
}

/** Boxes to tick, any number of them. The browser's own weigh nothing. */
export function CheckList<Value extends string>({ legend, choices, checked, onToggle }: Props<Value>) {
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{legend}</legend>
      {choices.map(({ value, label, aside }) => (
        <label key={value} className={classes.choice}>
          <input type="checkbox" checked={checked.includes(value)} onChange={() => onToggle(value)} />
          <span className={classes.label}>{label}</span>
          {aside !== undefined && <span className={classes.aside}>{aside}</span>}
        </label>
      ))}
    </fieldset>
  );
}
