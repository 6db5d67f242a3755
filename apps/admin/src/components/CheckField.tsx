import type { InputHTMLAttributes } from 'react';
import classes from './CheckField.module.css';

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  description: string;
}

/** A plain tick box with its words: the library's own would weigh on the first page that everybody loads. */
export function CheckField({ label, description, ...input }: Props) {
  return (
    <label className={classes.root}>
      <input type="checkbox" className={classes.box} {...input} />
      <span>
        {label}
        <span className={classes.description}>{description}</span>
      </span>
    </label>
  );
}
