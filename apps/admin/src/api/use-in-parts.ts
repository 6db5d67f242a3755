import type { BulkTarget } from '@ai-providers/contracts';
import { useEffect, useRef, useState } from 'react';
import { inParts, partSize, type Answer, type Part, type Progress } from './in-parts.js';

interface Options<Filter, Patch> {
  /** Changes some of them, by their ids or by the filter. */
  send: (target: BulkTarget<Filter> & { atMost?: number }, patch: Patch) => Promise<Part>;
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

/** A change of many records as `useBulk` takes a mutation: a few in one call, many in parts that can be cancelled. */
export function useInParts<Filter, Patch>({ send, isOrdered, findIds, onChanged, onEnd }: Options<Filter, Patch>) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const { stop, isStopping, setStopping } = useStop();

  const run = async ({ patch, ...target }: Input<Filter, Patch>): Promise<Answer> => {
    const wanted = target as BulkTarget<Filter>; // the rest of a target with a patch
    const total = 'filter' in wanted ? wanted.expectedCount : wanted.publicIds.length;
    setProgress({ done: 0, total });
    if (total <= partSize) return send(wanted, patch);
    const ids = 'filter' in wanted ? await findIds(wanted) : wanted.publicIds;
    const next = isOrdered?.(patch) ? partOfAll : firstPart;
    return inParts({ ids, stop, send: (left) => send(next(left), patch), onProgress: setProgress });
  };
  const mutate = (input: Input<Filter, Patch>, { onSuccess, onError }: Handlers) => {
    setStopping(false);
    void run(input)
      .then((answer) => {
        onSuccess(answer);
        if (answer.changed?.length) onChanged(answer.changed, input.patch);
      }, onError)
      .finally(() => {
        setProgress(null);
        onEnd();
      });
  };
  return {
    isPending: progress !== null,
    progress,
    mutate,
    isStopping,
    /** Undefined while one call does it all: of that there is nothing to cancel. */
    cancel: progress !== null && progress.total > partSize ? () => setStopping(true) : undefined,
  };
}

/** Ends it after the part that is running; so does leaving the page. */
function useStop() {
  const stop = useRef(false);
  const [isStopping, setIsStopping] = useState(false);
  useEffect(() => () => void (stop.current = true), []);
  const setStopping = (on: boolean) => {
    stop.current = on;
    setIsStopping(on);
  };
  return { stop, isStopping, setStopping };
}

const firstPart = (ids: string[]) => ({ publicIds: ids.slice(0, partSize) });
const partOfAll = (publicIds: string[]) => ({ publicIds, atMost: partSize });
