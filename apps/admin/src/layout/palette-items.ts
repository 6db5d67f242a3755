import type { Icon } from '@tabler/icons-react';
import { isMeant } from './palette-words.js';

/** One line of the palette. */
export interface PaletteItem {
  id: string;
  label: string;
  /** Stands after the label, smaller: a slug, a model id. */
  detail?: string;
  /** What it can be found by, besides its label. */
  names: readonly string[];
  icon?: Icon;
  /** A shortcut that does the same. */
  keys?: string;
  run: () => void;
  /** Leads to a list of its own instead of closing the palette. */
  isStep?: boolean;
}

export interface PaletteGroup {
  id: string;
  label: string;
  items: readonly PaletteItem[];
}

/** Of each group what fits the query; groups without a line are left out. */
export function matching(groups: readonly PaletteGroup[], query: string): PaletteGroup[] {
  return groups
    .map((group) => ({ ...group, items: group.items.filter(({ label, names }) => isMeant(query, [label, ...names])) }))
    .filter(({ items }) => items.length > 0);
}

/** At most so many records in all; providers come first, and leave room to models as far as those need it. */
export function shareRows<Provider, Model>(providers: readonly Provider[], models: readonly Model[], most = 8) {
  const half = Math.ceil(most / 2);
  const few = providers.slice(0, Math.max(half, most - models.length));
  return { providers: few, models: models.slice(0, most - few.length) };
}
