import type { LeftKey, SystemRotateKeysOutput } from '@ai-providers/contracts';
import { useEffect, useRef, useState } from 'react';
import { failureOf } from '../../api/error-message.js';
import { trpc } from '../../api/trpc.js';
import type { Failure } from '../../components/ErrorState.js';

/** How far a run over all stored keys has come. */
export interface Run {
  state: 'running' | 'stopped' | 'failed' | 'done';
  done: number;
  total: number;
  changed: number;
  /** Keys that stay as they are. */
  left: LeftKey[];
  failure: Failure | null;
}

const atStart: Run = { state: 'running', done: 0, total: 0, changed: 0, left: [], failure: null };

/** Encrypts the stored keys anew, part after part, as long as the page is open. What was done stays; a new run goes on. */
export function useRotateKeys() {
  const { system, audit } = trpc.useUtils();
  const { mutateAsync } = trpc.system.rotateKeys.useMutation({ meta: { handlesError: true } }); // shown where it was begun
  const [run, setRun] = useState<Run | null>(null);
  const current = useRef<object | null>(null);
  useEffect(() => () => void (current.current = null), []);

  const start = async () => {
    const own = (current.current = {});
    let last = atStart;
    let after: string | undefined;
    while (current.current === own && last.state === 'running') {
      setRun(last);
      try {
        const part = await mutateAsync({ after });
        after = part.through ?? undefined;
        last = next(last, part);
      } catch (error) {
        last = { ...last, state: 'failed', failure: failureOf(error) };
      }
    }
    // Stopped or not, the part that was under way has been done.
    setRun(current.current === own ? last : { ...last, state: last.state === 'running' ? 'stopped' : last.state });
    await Promise.all([system.status.invalidate(), audit.invalidate()]);
  };
  const stop = () => {
    current.current = null;
  };
  return { run, start: () => void start(), stop };
}

function next(run: Run, { done, total, changed, through, failed }: SystemRotateKeysOutput): Run {
  return {
    ...run,
    state: through === null ? 'done' : 'running',
    done: run.done + done,
    total,
    changed: run.changed + changed,
    left: [...run.left, ...failed],
  };
}
