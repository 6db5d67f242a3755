import { ActionIcon } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMenu2 } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import { Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Announcer } from './Announcer.js';
import classes from './AppFrame.module.css';
import { Brand } from './Brand.js';
import { lazyPart } from './lazy-part.js';
import { SideNav, type NavItem } from './SideNav.js';

// A wide screen has no use of it.
const NavDrawer = lazyPart(async () => (await import('./NavDrawer.js')).NavDrawer);

interface Props {
  nav: readonly NavItem[];
  /** The middle of the header. */
  search: ReactNode;
  /** The end of the header: language, colours, account. */
  tools: ReactNode;
  children: ReactNode;
}

/** Header, navigation and main region. Built on a grid of its own: Mantine's AppShell inserts <style> elements. */
export function AppFrame({ nav, search, tools, children }: Props) {
  const { t } = useTranslation();
  const [collapsed, setCollapsed] = useState(false);
  return (
    <div className={classes.frame} data-collapsed={collapsed || undefined}>
      <a href="#main" className={classes.skip}>
        {t('nav.skip')}
      </a>
      <header className={classes.header}>
        <PhoneNav nav={nav} />
        <Brand />
        {search}
        <div className={classes.tools}>{tools}</div>
      </header>
      <aside className={classes.nav}>
        <SideNav items={nav} collapsed={collapsed} onCollapse={() => setCollapsed(!collapsed)} />
      </aside>
      <main id="main" tabIndex={-1} className={classes.main}>
        {children}
      </main>
      <Announcer />
    </div>
  );
}

/** On a phone the navigation lies over the page, until one of its links is followed. */
function PhoneNav({ nav }: Pick<Props, 'nav'>) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const path = useLocation({ select: (location) => location.pathname });
  const [seenPath, setSeenPath] = useState(path);
  if (path !== seenPath) {
    setSeenPath(path);
    close();
  }
  return (
    <>
      <ActionIcon
        hiddenFrom="sm"
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('nav.open')}
        aria-expanded={opened}
        onClick={open}
      >
        <IconMenu2 size={20} aria-hidden />
      </ActionIcon>
      <Suspense>{opened && <NavDrawer nav={nav} onClose={close} />}</Suspense>
    </>
  );
}
