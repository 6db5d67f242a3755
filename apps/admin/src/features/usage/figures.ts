import type { UsageFigures } from '@ai-providers/contracts';

/** Failed requests of all, from 0 to 1; null where there was none. */
export function errorRate({ requests, errors }: Pick<UsageFigures, 'requests' | 'errors'>): number | null {
  return Number(requests) === 0 ? null : Number(errors) / Number(requests);
}

/** By how much a figure has changed: 0.5 is half as much again. Null where there is nothing to compare with. */
export function changeOf(now: number | null, before: number | null): number | null {
  return now === null || before === null || before === 0 ? null : now / before - 1;
}
