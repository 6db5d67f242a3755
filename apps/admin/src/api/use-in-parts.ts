import type { BulkResult, BulkTarget } from '@ai-providers/contracts';
import { useState } from 'react';

/** More than this are changed in parts, so that it can be told how far it is. */
const partSize = 50;

export interface Progress {
  done: number;
  total: number;
}

interface Answer {
  results: BulkResult[];
  /** Those that were not so before. */
  changed?: string[];
}

interface Options<Filter, Patch> {
  /** Changes some of them, by their ids or by the filter. */
  send: (target: BulkTarget<Filter> & { atMost?: number }, patch: Patch) => Promise<Answer>;
  /** Whether what a change comes to depends on the order of its parts: then `send` chooses each part of all. */
  isOrdered?: (patch: Patch) => boolean;
  /** The ids of all that a filter matches, refused unless as many match as were seen. */
  findIds: (target: { filter: Filter; expectedCount: number }) => Promise<string[]>;
  onChanged: (publicIds: string[], patch: Patch) => void;
  /** Also after a failure: some may have been changed before it. */
  onEnd: () => void;
}

type Input<Filter, Patch> = BulkTarget<Filter> & { patch: Patch };
interface Handlers {
  onSuccess: (answer: Answer) => void;
  onError: (error: unknown) => void;
}

/** A change of many records as `useBulk` takes a mutation: a few in one call, many in parts. */
export function useInParts<Filter, Patch>({ send, isOrdered, findIds, onChanged, onEnd }: Options<Filter, Patch>) {
  const [progress, setProgress] = useState<Progress | null>(null);

  const inParts = async (ids: readonly string[], patch: Patch): Promise<Answer> => {
    const answer: Required<Answer> = { results: [], changed: [] };
    let left = [...ids];
    while (left.length > 0) {
      setProgress({ done: ids.length - left.length, total: ids.length });
      const part = await send(isOrdered?.(patch) ? partOfAll(left) : { publicIds: left.slice(0, partSize) }, patch);
      answer.results.push(...part.results);
      answer.changed.push(...(part.changed ?? []));
      left = without(left, part.results);
    }
    return answer;
  };
  const run = async ({ patch, ...target }: Input<Filter, Patch>): Promise<Answer> => {
    const wanted = target as BulkTarget<Filter>; // the rest of a target with a patch
    const total = 'filter' in wanted ? wanted.expectedCount : wanted.publicIds.length;
    setProgress({ done: 0, total });
    if (total <= partSize) return send(wanted, patch);
    return inParts('filter' in wanted ? await findIds(wanted) : wanted.publicIds, patch);
  };
  const mutate = (input: Input<Filter, Patch>, { onSuccess, onError }: Handlers) =>
    void run(input)
      .then((answer) => {
        onSuccess(answer);
        if (answer.changed?.length) onChanged(answer.changed, input.patch);
      }, onError)
      .finally(() => {
        setProgress(null);
        onEnd();
      });
  return { isPending: progress !== null, progress, mutate };
}

const partOfAll = (publicIds: string[]) => ({ publicIds, atMost: partSize });

function without(ids: readonly string[], answered: readonly BulkResult[]): string[] {
  const known = new Set(answered.map(({ publicId }) => publicId));
  const left = ids.filter((id) => !known.has(id));
  if (left.length === ids.length) throw new Error('a part was answered for none of its rows');
  return left;
}
