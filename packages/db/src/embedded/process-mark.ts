import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Names one run of one process, so that a pid given to somebody else later is not mistaken for it. */
export interface ProcessMark {
  pid: number;
  /** Clock ticks from boot to its start; '-' where the system does not tell. */
  started: string;
  /** The system whose pids these are: a container sees only its own. */
  system: string;
}

/** The mark of this process. */
export function ownMark(): ProcessMark {
  return { pid: process.pid, started: statusOf(process.pid)?.started ?? '-', system };
}

/** Whether this process can tell if the marked one runs at all. */
export const isVisible = (mark: ProcessMark) => mark.system === system;

/** Whether the marked process still runs. Only for visible ones; when in doubt it does. */
export function isRunning({ pid, started }: ProcessMark): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false; // EPERM: it lives, as another user
  }
  const status = statusOf(pid);
  if (!status) return true;
  if (status.state === 'Z' || status.state === 'X') return false; // killed, but nobody has collected it yet
  return started === '-' || status.started === started;
}

function statusOf(pid: number): { state: string; started: string } | undefined {
  const stat = readOrEmpty(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // The name in brackets may itself hold spaces and brackets: count from the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, started] = [fields[0], fields[19]];
  return state && started ? { state, started } : undefined;
}

const system = (() => {
  const boot = readOrEmpty(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
  const pids = readOrEmpty(() => readlinkSync('/proc/self/ns/pid')).replace(/\D/g, '');
  return boot && pids ? `${boot}/${pids}` : encodeURIComponent(hostname());
})();

/** Only Linux has /proc, and a hardened one hides parts of it. */
function readOrEmpty(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
