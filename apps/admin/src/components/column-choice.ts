import { useState } from 'react';
import { recall, remember } from '../theme/appearance.js';

/** Which columns of a list are left out. */
export interface ColumnChoice {
  hidden: ReadonlySet<string>;
  toggle: (id: string) => void;
}

const keyOf = (list: string) => `panel-columns-${list}`;

/** The choice for one list, as this browser remembers it. Without a name all columns are shown. */
export function useColumnChoice(list: string | undefined): ColumnChoice {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => new Set(list && recall(keyOf(list))?.split(',')));
  const toggle = (id: string) => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    if (list) remember(keyOf(list), [...next].join(','));
    setHidden(next);
  };
  return { hidden, toggle };
}
