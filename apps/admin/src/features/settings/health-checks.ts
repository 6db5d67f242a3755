import type { AuditVerifyOutput, SystemStatusOutput } from '@ai-providers/contracts';

export interface Check {
  state: 'good' | 'bad' | 'unknown';
  word:
    | 'database'
    | `cache_${SystemStatusOutput['cache']}`
    | 'keysGood'
    | 'keysMismatch'
    | 'keysUnchecked'
    | 'keysLost'
    | 'countersGood'
    | 'countersUnknown'
    | 'countersDrift'
    | 'auditGood'
    | 'auditFault';
  /** What a sentence counts. */
  count: number;
}

/** What can be said of an installation in a word each; of the audit log once its end was looked at. */
export function healthOf(
  { cache, secretKey, usage }: SystemStatusOutput,
  chain: AuditVerifyOutput | undefined,
): Check[] {
  return [
    good('database'), // what is told here was just read from it
    cache === 'down' ? bad('cache_down') : good(`cache_${cache}`),
    ofKeys(secretKey),
    ofCounters(usage.drift),
    ...(chain ? [chain.fault ? bad('auditFault') : good('auditGood')] : []),
  ];
}

function ofKeys({ state, unusable }: SystemStatusOutput['secretKey']): Check {
  if (state === 'mismatch') return bad('keysMismatch');
  if (state === 'unchecked') return unknown('keysUnchecked');
  const lost = unusable.unreadable + unusable.misplaced + unusable.unbound;
  return lost > 0 ? bad('keysLost', lost) : good('keysGood');
}

function ofCounters(drift: number | null): Check {
  if (drift === null) return unknown('countersUnknown');
  return drift > 0 ? bad('countersDrift', drift) : good('countersGood');
}

const good = (word: Check['word']): Check => ({ state: 'good', word, count: 0 });
const bad = (word: Check['word'], count = 0): Check => ({ state: 'bad', word, count });
const unknown = (word: Check['word']): Check => ({ state: 'unknown', word, count: 0 });
