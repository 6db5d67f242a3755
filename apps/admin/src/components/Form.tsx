import type { FormHTMLAttributes, KeyboardEvent, ReactNode } from 'react';
import classes from './Form.module.css';

/** A column of field groups, checked by our own words. Ctrl or ⌘ with Enter saves, also from a text of several lines. */
export function Form(props: FormHTMLAttributes<HTMLFormElement>) {
  return <form noValidate onKeyDown={submitOnModEnter} className={classes.form} {...props} />;
}

function submitOnModEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}

/** Fields that belong together, under a heading. */
export function FieldGroup({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{legend}</legend>
      {children}
    </fieldset>
  );
}
