import type { AuditVerifyOutput } from '@ai-providers/contracts';
import { useEffect, useRef, useState } from 'react';
import { trpc } from '../../api/trpc.js';

/** How far a walk over all entries has come. */
export interface Walk {
  state: 'running' | 'stopped' | 'failed' | 'done';
  done: number;
  total: number;
  fault: AuditVerifyOutput['fault'];
}

/** Walks the chain from its first entry to its last, part after part, as long as the page is open. */
export function useChainCheck() {
  const { fetch } = trpc.useUtils().audit.verify;
  const [walk, setWalk] = useState<Walk | null>(null);
  const current = useRef<object | null>(null);
  useEffect(() => () => void (current.current = null), []);

  const start = async () => {
    const own = (current.current = {});
    let last: Walk = { state: 'running', done: 0, total: 0, fault: null };
    let after: string | undefined;
    while (current.current === own && last.state === 'running') {
      setWalk(last);
      const part = await fetch({ after }, { staleTime: 0 }).catch(() => null);
      after = part?.through ?? undefined;
      last = part ? next(last, part) : { ...last, state: 'failed' };
    }
    if (current.current === own) setWalk(last);
  };
  const stop = () => {
    current.current = null;
    setWalk((now) => now && { ...now, state: 'stopped' });
  };
  return { walk, start: () => void start(), stop };
}

function next(walk: Walk, { checked, through, last, fault }: AuditVerifyOutput): Walk {
  const isLast = fault !== null || through === last;
  return { state: isLast ? 'done' : 'running', done: walk.done + checked, total: Number(last ?? 0), fault };
}
