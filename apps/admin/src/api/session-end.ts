import { onThisClock } from '../i18n/clock.js';

/** How long before the end of a session somebody is told. */
export const warningMs = 2 * 60_000;

interface Facts {
  /** The end in any case, as `auth.me` says it. */
  expiresAt: string | null;
  /** How long it lasts without a call. */
  idleMs: number | null;
  /** When the server answered last, in milliseconds. */
  lastAnswer: number;
}

export interface SessionEnd {
  /** Milliseconds, on this machine's clock. */
  at: number;
  /** Whether any call puts it off. */
  isIdle: boolean;
}

/** When the session ends if nothing is asked of the server any more; null where there is no end. */
export function sessionEnd({ expiresAt, idleMs, lastAnswer }: Facts): SessionEnd | null {
  const ends = [
    ...(expiresAt === null ? [] : [{ at: onThisClock(Date.parse(expiresAt)), isIdle: false }]),
    ...(idleMs === null ? [] : [{ at: lastAnswer + idleMs, isIdle: true }]),
  ];
  return ends.sort((one, other) => one.at - other.at)[0] ?? null;
}
