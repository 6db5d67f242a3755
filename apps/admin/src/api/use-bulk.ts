import type { BulkResult, BulkTarget } from '@ai-providers/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkReport } from '../components/BulkBar.js';
import type { Selection } from '../components/selection.js';
import { errorDataOf, reasonSentence } from './error-message.js';

interface Mutation<Input> {
  isPending: boolean;
  mutate: (
    input: Input,
    options: { onSuccess: (output: { results: BulkResult[] }) => void; onError: (error: unknown) => void },
  ) => void;
}

interface Options<Filter, Patch> {
  selection: Selection;
  /** What the list is filtered by, for "all that match". */
  filter: Filter;
  mutation: Mutation<BulkTarget<Filter> & { patch: Patch }>;
  /** Told how many are as they were wanted, when all went well, and which of them were not so before. */
  onDone: (count: number, patch: Patch, changed: string[]) => void;
}

/** One change of all selected rows. What could not be done stays selected, with the reasons, to be tried again. */
export function useBulk<Filter, Patch>({ selection, filter, mutation, onDone }: Options<Filter, Patch>) {
  const { t } = useTranslation();
  const [last, setLast] = useState<{ patch: Patch; report: BulkReport } | null>(null);

  const settle = (results: readonly BulkResult[], patch: Patch) => {
    const failed = results
      .filter(({ ok }) => !ok)
      .map(({ publicId, name, reason }) => ({
        id: publicId,
        name: name ?? nameOf(selection, publicId) ?? t('selection.unnamed'),
        message: reasonSentence(reason ?? 'INTERNAL'),
      }));
    const done = results.length - failed.length;
    setLast({ patch, report: { done, failed } });
    selection.keep(failed);
    const changed = results.filter((result) => result.changed !== false).map(({ publicId }) => publicId);
    if (failed.length === 0) onDone(done, patch, changed);
  };
  const run = (patch: Patch) =>
    mutation.mutate(
      { ...targetOf(selection, filter), patch },
      {
        onSuccess: ({ results }) => settle(results, patch),
        // The count that was agreed to is no longer true: it has to be looked at and selected anew.
        onError: (error) => errorDataOf(error)?.reason === 'COUNT_CHANGED' && selection.clear(),
      },
    );
  const failed = last?.report.failed.filter(({ id }) => selection.has(id)) ?? [];
  return {
    run,
    isBusy: mutation.isPending,
    report: last && failed.length > 0 ? { done: last.report.done, failed } : null,
    retry: () => last && run(last.patch),
  };
}

/** Which rows a change of the selection is for. */
export function targetOf<Filter>(selection: Selection, filter: Filter): BulkTarget<Filter> {
  if (selection.matching !== null) return { filter, expectedCount: selection.matching };
  return { publicIds: selection.rows.map(({ id }) => id) };
}

const nameOf = ({ rows }: Selection, publicId: string) => rows.find(({ id }) => id === publicId)?.name;
