import type { UsageFigures, UsageSummary } from '@ai-providers/contracts';
import type { GroupWords } from './usage-chart.js';
import type { UsageSearch, UsageSortKey } from './usage-search.js';

export interface UsageRow {
  id: string;
  kind: 'group' | 'other' | 'total';
  name: string;
  /** The slug of a model's provider. */
  provider: string | null;
  figures: UsageFigures;
}

const usualSort = '-requests';

/** The groups in the order that is asked for, then the rest of them, then all together. */
export function usageRows(
  { groups, other, total }: UsageSummary,
  sort: UsageSearch['sort'] = usualSort,
  words: GroupWords & { total: string; compare: (one: string, two: string) => number },
): UsageRow[] {
  const rows = groups.map((group): UsageRow => ({
    id: `${group.provider ?? ''}/${group.key ?? ''}`,
    kind: 'group',
    name: words.name(group),
    provider: group.provider,
    figures: group.figures,
  }));
  const isDown = sort.startsWith('-');
  const key = (isDown ? sort.slice(1) : sort) as UsageSortKey; // without its sign
  const sorted = rows.sort((one, two) => {
    if (key === 'name') return words.compare(one.name, two.name) * (isDown ? -1 : 1);
    return ranked(one.figures[key], two.figures[key], isDown);
  });
  return [
    ...sorted,
    ...(other
      ? [
          {
            id: 'other',
            kind: 'other' as const,
            name: words.other(other.groups),
            provider: null,
            figures: other.figures,
          },
        ]
      : []),
    { id: 'total', kind: 'total', name: words.total, provider: null, figures: total },
  ];
}

/** What is unknown comes last in both directions. */
function ranked(one: string | number | null, two: string | number | null, isDown: boolean): number {
  if (one === null || two === null) return Number(one === null) - Number(two === null);
  return (Number(one) - Number(two)) * (isDown ? -1 : 1);
}
