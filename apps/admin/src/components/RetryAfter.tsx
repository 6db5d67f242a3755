import { Suspense } from 'react';
import { lazyPart } from './lazy-part.js';

// Few failures have a time to wait.
const Countdown = lazyPart(async () => (await import('./RetryAfter.lazy.js')).RetryAfter);

/** When to try again, for a failure that says so. @param seconds from now on */
export function RetryAfter({ seconds }: { seconds: number | undefined }) {
  if (seconds === undefined || seconds <= 0) return null;
  return (
    <Suspense>
      <Countdown seconds={seconds} />
    </Suspense>
  );
}
