import { Paper } from '@mantine/core';
import type { ReactNode } from 'react';
import { Announcer } from './Announcer.js';
import { Brand } from './Brand.js';
import { ColorSchemeSwitch } from './ColorSchemeSwitch.js';
import { LanguageSwitch } from './LanguageSwitch.js';
import classes from './PlainFrame.module.css';

/** One card in the middle, for pages before signing in. */
export function PlainFrame({ children }: { children: ReactNode }) {
  return (
    <div className={classes.frame}>
      <header className={classes.header}>
        <Brand />
        <div className={classes.tools}>
          <LanguageSwitch />
          <ColorSchemeSwitch />
        </div>
      </header>
      <main id="main" className={classes.main}>
        <Paper withBorder radius="lg" p="lg" className={classes.card}>
          {children}
        </Paper>
      </main>
      <Announcer />
    </div>
  );
}
