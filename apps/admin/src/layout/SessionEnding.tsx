import { Suspense, useEffect, useState } from 'react';
import { useLastAnswer } from '../api/last-answer.js';
import { useMe } from '../api/me.js';
import { sessionEnd, warningMs } from '../api/session-end.js';
import { lazyPart } from '../components/lazy-part.js';

const SessionEndingDialog = lazyPart(async () => (await import('./SessionEndingDialog.js')).SessionEndingDialog);

/** Longer waits than a timer takes. */
const longestMs = 2 ** 31 - 1;

/** Tells two minutes before the session ends. */
export function SessionEnding() {
  const me = useMe();
  const lastAnswer = useLastAnswer();
  const end = me.data ? sessionEnd({ ...me.data, lastAnswer }) : null;
  const at = end?.at;
  const [told, setTold] = useState<number>();
  const [seen, setSeen] = useState<number>();
  useEffect(() => {
    const wait = at === undefined ? Infinity : at - warningMs - Date.now();
    if (wait > longestMs) return;
    const timer = setTimeout(() => setTold(at), Math.max(0, wait));
    return () => clearTimeout(timer);
  }, [at]);
  if (!end || told !== at || seen === at) return null;
  return (
    <Suspense>
      <SessionEndingDialog end={end} onStay={() => void me.refetch()} onClose={() => setSeen(at)} />
    </Suspense>
  );
}
