import { Group, Stack, Text, Title } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from './Announcer.js';
import classes from './Page.module.css';

interface Parent {
  label: string;
  link: ReactNode;
}

interface Props {
  title: string;
  /** Stands before the title, and is not read out: a logo, initials. */
  mark?: ReactNode;
  /** Stands beside the title: a count, a badge. */
  aside?: ReactNode;
  actions?: ReactNode;
  /** The pages above this one, as links. */
  parents?: readonly Parent[];
  /** The record that names the page is on its way: another heading will follow. */
  isPending?: boolean;
  children: ReactNode;
}

// The first page of a visit leaves the focus where the browser put it.
let visited: string | undefined;
/** The page whose record was waited for. */
let awaited: string | undefined;

/** One page: its document title, its only <h1>, and the focus there after a change of page. */
export function Page({ title, mark, aside, actions, parents = [], isPending = false, children }: Props) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  // The address changes while the old page is still there; this one changes with the page.
  const path = useRouterState({ select: (state) => (state.resolvedLocation ?? state.location).pathname });

  useEffect(() => {
    document.title = [title, ...parents.map((parent) => parent.label), t('product')].join(' · ');
  });
  useEffect(() => arrive(path, heading.current, isPending), [path, isPending]);

  return (
    <Stack gap="lg" className={classes.page}>
      <div>
        {parents.length > 0 && <Trail parents={parents} />}
        <Group justify="space-between" gap="sm" className={classes.head}>
          <Group gap="sm">
            {mark}
            <Title order={1} ref={heading} tabIndex={-1} className={classes.title}>
              <bdi>{title}</bdi>
            </Title>
            {aside && (
              <Text component="div" c="dimmed">
                {aside}
              </Text>
            )}
          </Group>
          {actions && <Group gap="sm">{actions}</Group>}
        </Group>
      </div>
      {children}
    </Stack>
  );
}

function arrive(path: string, heading: HTMLElement | null, isPending: boolean): void {
  const wasAwaited = awaited === path;
  const isFirst = visited === undefined && (awaited === undefined || wasAwaited);
  if (!isFirst && visited !== path) {
    // Who waited may have gone on to something else meanwhile.
    if (!wasAwaited || document.activeElement === document.body) heading?.focus({ preventScroll: true }); // the way back has its own place
    if (!isPending) announce(heading?.textContent ?? '');
  }
  awaited = isPending ? path : undefined;
  if (!isPending) visited = path;
}

function Trail({ parents }: { parents: readonly Parent[] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('nav.breadcrumb')}>
      <ol className={classes.trail}>
        {parents.map(({ label, link }) => (
          <li key={label}>
            {link}
            <IconChevronRight size={14} aria-hidden className="flip" />
          </li>
        ))}
      </ol>
    </nav>
  );
}
