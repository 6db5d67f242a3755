import type { Permission } from '@ai-providers/contracts';
import {
  IconChartBar,
  IconCpu,
  IconHistory,
  IconKey,
  IconLayoutDashboard,
  IconPlugConnected,
  IconSettings,
  IconTicket,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import type common from '../i18n/en/common.json';

/** A page that the navigation, the palette and the keys lead to. */
export interface NavPage {
  to: NonNullable<LinkProps['to']>;
  name: keyof typeof common.nav;
  icon: Icon;
  /** Opens it after `g`. */
  letter: string;
  /** Without it, everybody has the page. */
  needs?: Permission;
  /** Where `n` leads from this page, for who has the right. */
  add?: { to: NonNullable<LinkProps['to']>; needs: Permission };
  /** The page has another name for who has this right. */
  unless?: Permission;
}

/** Every page of the frame, in its order. */
const pages: readonly NavPage[] = [
  { to: '/', name: 'dashboard', icon: IconLayoutDashboard, letter: 'd' },
  {
    to: '/providers',
    name: 'providers',
    icon: IconPlugConnected,
    letter: 'p',
    add: { to: '/providers/new', needs: 'providers.create' },
  },
  {
    to: '/models',
    name: 'models',
    icon: IconCpu,
    letter: 'm',
    add: { to: '/models/new', needs: 'models.create' },
  },
  { to: '/me/keys', name: 'keys', icon: IconKey, letter: 'k' },
  { to: '/usage', name: 'usage', icon: IconChartBar, letter: 'u' },
  { to: '/admins', name: 'admins', icon: IconUsers, letter: 'a', needs: 'admins.manage' },
  { to: '/tokens', name: 'tokens', icon: IconTicket, letter: 't' },
  { to: '/audit', name: 'audit', icon: IconHistory, letter: 'l', needs: 'audit.readAny' },
  { to: '/audit', name: 'activity', icon: IconHistory, letter: 'l', unless: 'audit.readAny' },
  { to: '/settings', name: 'settings', icon: IconSettings, letter: 's' },
];

/** The pages that somebody with these rights has. */
export function pagesFor(can: readonly Permission[]): NavPage[] {
  const mayAdd = ({ add, ...page }: NavPage): NavPage => (add && can.includes(add.needs) ? { ...page, add } : page);
  return pages
    .filter(({ needs, unless }) => (!needs || can.includes(needs)) && !(unless && can.includes(unless)))
    .map(mayAdd);
}
