import type { ReactNode } from 'react';
import classes from './Ltr.module.css';

interface Props {
  children: ReactNode;
  mono?: boolean;
}

/** A slug, address, id or key: reads left to right in any language and starts where its line starts. */
export function Ltr({ children, mono = false }: Props) {
  return (
    <bdi dir="ltr" data-ltr className={mono ? classes.mono : classes.root}>
      {children}
    </bdi>
  );
}
