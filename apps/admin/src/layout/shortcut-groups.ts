import type { TFunction } from 'i18next';
import { modKey } from '../components/mod-key.js';
import { pageActions } from '../components/page-actions.js';
import type { ShortcutGroup } from '../components/ShortcutList.js';
import type { NavPage } from './nav.js';

type Words = TFunction<['frame', 'common']>;

/** Every key of the panel for who has these pages. */
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
  ].filter(({ rows }) => rows.length > 0);
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
  { keys: 'Enter', label: t('keys.open') },
  { keys: 'x', label: t('keys.tick') },
  { keys: 'Shift+x', label: t('keys.tickRange') },
];
