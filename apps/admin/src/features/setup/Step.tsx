import { Stack, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { announce } from '../../components/Announcer.js';
import classes from './Setup.module.css';

interface Props {
  name: string;
  /** Another step was there before it. */
  follows: boolean;
  children: ReactNode;
}

/** A step under its heading. One that follows another takes the focus, unless its first field has it. */
export function Step({ name, follows, children }: Props) {
  const step = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!follows) return;
    if (!step.current?.contains(document.activeElement)) heading.current?.focus();
    announce(heading.current?.textContent ?? '');
  }, [follows]);
  return (
    <section ref={step}>
      <Stack>
        <Title order={2} ref={heading} tabIndex={-1} className={classes.heading}>
          {name}
        </Title>
        {children}
      </Stack>
    </section>
  );
}
