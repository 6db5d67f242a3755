import { permissions } from '@ai-providers/contracts';
import { beforeAll, describe, expect, it } from 'vitest';
import { i18n, loadStrings, startI18n } from '../i18n/index.js';
import { pagesFor } from './nav.js';
import { allShortcutGroups } from './shortcut-groups.js';

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*', '!./shortcut-groups.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Every single key that some source registers by its name. */
const registered = Object.values(sources).flatMap((source) =>
  [...source.matchAll(/\bkeys: '([^']+)'/g)].map(([, key = '']) => key),
);
const shownAs: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑' };

beforeAll(async () => {
  await startI18n('en');
  await loadStrings('frame');
});
const listed = (can: Parameters<typeof pagesFor>[0]) =>
  allShortcutGroups(i18n.getFixedT('en', ['frame', 'common']), pagesFor(can)).flatMap(({ rows }) => rows);

describe('the list of shortcuts', () => {
  it('has every key that a page registers', () => {
    const keys = new Set(listed(permissions).flatMap((row) => [row.keys, ...row.keys.split(' ')]));
    expect(registered.length).toBeGreaterThan(10);
    expect(registered.filter((key) => !keys.has(shownAs[key] ?? key))).toEqual([]);
  });
  it('leaves out the keys of pages that somebody does not have', () => {
    const labels = listed([]).map(({ label }) => label);
    expect(labels.filter((label) => label.startsWith('Admins'))).toEqual([]);
    expect(labels.filter((label) => label.startsWith('Usage'))).not.toEqual([]);
  });
});
