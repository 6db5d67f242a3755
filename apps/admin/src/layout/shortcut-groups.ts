import type { TFunction } from 'i18next';
import { modKey } from '../components/mod-key.js';
import { pageActions } from '../components/page-actions.js';
import type { ShortcutGroup } from '../components/ShortcutList.js';
import type frame from '../i18n/en/frame.json';
import type { NavPage } from './nav.js';

type Words = TFunction<['frame', 'common']>;

/** The keys of the page that is open, and those of the whole panel, for who has these pages. */
export function shortcutGroups(t: Words, pages: readonly NavPage[]): ShortcutGroup[] {
  const onPage = pageActions().flatMap(({ keys, label }) => (keys === undefined ? [] : [{ keys, label }]));
  return [
    { title: t('keys.thisPage'), rows: onPage },
    { title: t('keys.everywhere'), rows: everywhere(t) },
    {
      title: t('keys.goTo'),
      rows: pages.map(({ letter, name }) => ({ keys: `g ${letter}`, label: t(`common:nav.${name}`) })),
    },
    { title: t('keys.inTables'), rows: inTables(t) },
    { title: t('keys.inForms'), rows: inForms(t) },
  ].filter(({ rows }) => rows.length > 0);
}

/** Those and the keys that only single pages have. */
export function allShortcutGroups(t: Words, pages: readonly NavPage[]): ShortcutGroup[] {
  const rows = pageKeys
    .filter(({ page }) => pages.some(({ name }) => name === page))
    .map(({ keys, page, deed }) => ({ keys, label: `${t(`common:nav.${page}`)}: ${t(`keys.page.${deed}`)}` }));
  return [...shortcutGroups(t, pages), { title: t('keys.onPages'), rows }];
}

const everywhere = (t: Words) => [
  { keys: `${modKey}+K`, label: t('keys.palette') },
  { keys: '/', label: t('keys.search') },
  { keys: 'n', label: t('keys.new') },
  { keys: 'F6', label: t('keys.toast') },
  { keys: '?', label: t('keys.sheet') },
  { keys: 'Esc', label: t('keys.close') },
];

const inTables = (t: Words) => [
  { keys: 'j', label: t('keys.next') },
  { keys: 'k', label: t('keys.previous') },
  { keys: '↓ ↑', label: t('keys.arrows') },
  { keys: 'Enter', label: t('keys.open') },
  { keys: 'e', label: t('keys.edit') },
  { keys: 'x', label: t('keys.tick') },
  { keys: 'Shift+x', label: t('keys.tickRange') },
  { keys: 'Space', label: t('keys.lift') },
];

const inForms = (t: Words) => [
  { keys: `${modKey}+S`, label: t('keys.save') },
  { keys: `${modKey}+Enter`, label: t('keys.send') },
];

interface PageKeys {
  keys: string;
  page: NavPage['name'];
  deed: keyof typeof frame.keys.page;
}

/** What the pages register is there only while they are shown. */
const pageKeys: readonly PageKeys[] = [
  { keys: 'r', page: 'dashboard', deed: 'refresh' },
  { keys: '1 2 3', page: 'dashboard', deed: 'range' },
  { keys: '[ ]', page: 'providers', deed: 'tabs' },
  { keys: 'f', page: 'models', deed: 'filters' },
  { keys: 'a', page: 'keys', deed: 'addKey' },
  { keys: 't', page: 'usage', deed: 'tables' },
  { keys: 'i', page: 'admins', deed: 'invite' },
];
