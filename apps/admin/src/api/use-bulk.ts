import type { BulkResult, BulkTarget } from '@ai-providers/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkReport } from '../components/BulkReport.js';
import type { Selection } from '../components/selection.js';
import { errorDataOf, errorMessage, reasonSentence } from './error-message.js';
import type { Answer } from './in-parts.js';

interface Mutation<Input> {
  isPending: boolean;
  mutate: (input: Input, options: { onSuccess: (output: Answer) => void; onError: (error: unknown) => void }) => void;
}

interface Options<Filter, Patch> {
  selection: Selection;
  /** What the list is filtered by, for "all that match". */
  filter: Filter;
  mutation: Mutation<BulkTarget<Filter> & { patch: Patch }>;
  /** Told how many are as they were wanted, when all went well, and which of them were not so before. */
  onDone: (count: number, patch: Patch, changed: string[]) => void;
}

/** What became of the last change, and what it did not come to. */
interface Last<Patch> {
  patch: Patch;
  report: BulkReport;
  left: readonly string[];
}

/** One change of all selected rows. What could not be done stays selected, with the reasons, to be tried again. */
export function useBulk<Filter, Patch>({ selection, filter, mutation, onDone }: Options<Filter, Patch>) {
  const { t } = useTranslation();
  const [last, setLast] = useState<Last<Patch> | null>(null);

  const named = (publicId: string, name = nameOf(selection, publicId)) => ({
    id: publicId,
    name: name ?? t('selection.unnamed'),
  });
  const settle = ({ results, left = [], error }: Answer, patch: Patch) => {
    const failed = failuresOf(results).map(({ publicId, name, reason }) => ({
      ...named(publicId, name ?? undefined),
      message: reasonSentence(reason ?? 'INTERNAL'),
    }));
    const done = results.length - failed.length;
    const reason = error === undefined ? undefined : errorMessage(error);
    setLast({ patch, report: { done, failed, left: left.length, reason }, left });
    selection.keep([...failed, ...left.map((publicId) => named(publicId))]);
    const changed = results.filter((result) => result.changed !== false).map(({ publicId }) => publicId);
    if (failed.length === 0 && left.length === 0) onDone(done, patch, changed);
  };
  const run = (patch: Patch) =>
    mutation.mutate(
      { ...targetOf(selection, filter), patch },
      {
        onSuccess: (answer) => settle(answer, patch),
        // The count that was agreed to is no longer true: it has to be looked at and selected anew.
        onError: (error) => errorDataOf(error)?.reason === 'COUNT_CHANGED' && selection.clear(),
      },
    );
  return {
    run,
    isBusy: mutation.isPending,
    report: last && stillTold(last, selection),
    retry: () => last && run(last.patch),
  };
}

/** The report on what is selected yet; nothing is left to say once none of it is. */
function stillTold<Patch>({ report, left }: Last<Patch>, { has }: Selection): BulkReport | null {
  const failed = report.failed.filter(({ id }) => has(id));
  const stillLeft = left.filter(has).length;
  return failed.length + stillLeft > 0 ? { ...report, failed, left: stillLeft } : null;
}

/** Which rows a change of the selection is for. */
export function targetOf<Filter>(selection: Selection, filter: Filter): BulkTarget<Filter> {
  if (selection.matching !== null) return { filter, expectedCount: selection.matching };
  return { publicIds: selection.rows.map(({ id }) => id) };
}

const failuresOf = (results: readonly BulkResult[]) => results.filter(({ ok }) => !ok);
const nameOf = ({ rows }: Selection, publicId: string) => rows.find(({ id }) => id === publicId)?.name;
