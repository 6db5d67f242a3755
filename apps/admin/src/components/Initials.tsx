import classes from './Initials.module.css';
import { initialsOf } from './initials.js';

/** Stands for a logo beside a name, which says the same: it is not read out. */
export function Initials({ name }: { name: string }) {
  return (
    <span className={classes.root} aria-hidden>
      {initialsOf(name)}
    </span>
  );
}
