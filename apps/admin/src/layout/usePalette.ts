import { useEffect, useState, type KeyboardEvent } from 'react';
import { matching, type PaletteGroup, type PaletteItem } from './palette-items.js';
import { usePaletteGroups, useStepGroups, type Step } from './usePaletteGroups.js';
import { useRecordSearch } from './useRecordSearch.js';

interface Options {
  onClose: () => void;
  onSheet: () => void;
}

/** What is typed, shown and chosen in the palette. */
export function usePalette({ onClose, onSheet }: Options) {
  const [query, setQuery] = useState('');
  const [step, setStep] = useState<Step | null>(null);
  const [chosen, setChosen] = useState<string>();
  const begin = (next: Step | null) => {
    setStep(next);
    setQuery('');
  };
  const { groups, isLoading } = useLines({ query, step, onStep: begin, onSheet });
  const items = groups.flatMap((group) => group.items);
  const selected = items.find((item) => idOf(item) === chosen) ?? items[0];
  useScrollTo(selected);

  const run = (item: PaletteItem) => {
    if (!item.isStep) onClose();
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const next = nextItem(items, selected, event.key);
    if (next) setChosen(idOf(next));
    else if (event.key === 'Enter' && selected) run(selected);
    else if (event.key === 'Backspace' && query === '' && step) begin(null);
    else return;
    event.preventDefault();
  };
  const type = (text: string) => {
    setQuery(text);
    setChosen(undefined);
  };
  return { query, step, groups, selected, idOf, run, isLoading, type, onKeyDown };
}

interface Shown {
  query: string;
  step: Step | null;
  onStep: (step: Step) => void;
  onSheet: () => void;
}

/** What can be done here, then what was found, then what leads elsewhere; in a step, its own lines. */
function useLines({ query, step, onStep, onSheet }: Shown): { groups: PaletteGroup[]; isLoading: boolean } {
  const known = matching(usePaletteGroups({ onStep, onSheet }), query);
  const steps = useStepGroups();
  const found = useRecordSearch(step ? '' : query);
  if (step) return { groups: matching([steps[step]], query), isLoading: false };
  const isHere = ({ id }: PaletteGroup) => id === 'page';
  const elsewhere = known.filter((group) => !isHere(group));
  return { groups: [...known.filter(isHere), ...found.groups, ...elsewhere], isLoading: found.isLoading };
}

const idOf = ({ id }: PaletteItem): string => `palette-${id}`;

/** The line that an arrow leads to; from the last one round to the first. */
function nextItem(items: readonly PaletteItem[], selected: PaletteItem | undefined, key: string) {
  if (!selected || !['ArrowDown', 'ArrowUp'].includes(key)) return undefined;
  return items.at((items.indexOf(selected) + (key === 'ArrowDown' ? 1 : -1)) % items.length);
}

function useScrollTo(selected: PaletteItem | undefined): void {
  const id = selected && idOf(selected);
  useEffect(() => {
    if (id) document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  }, [id]);
}
