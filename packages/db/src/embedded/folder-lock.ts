import { createHash } from 'node:crypto';
import { closeSync, fstatSync, futimesSync, openSync, readFileSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './data-folder.js';
import { isRunning, isVisible, ownMark, type ProcessMark } from './process-mark.js';

/** Another process works in the data folder. */
export class DataFolderLockedError extends Error {
  constructor(
    readonly folder: string,
    /** 0 while the other process is only just starting. */
    readonly pid: number,
  ) {
    const holder = pid > 0 ? `process ${pid}` : 'a process that is starting';
    super(`The data folder ${folder} is in use by ${holder}: stop it, or choose another DATA_DIR`);
    this.name = 'DataFolderLockedError';
  }
}

export interface FolderLock {
  release(): void;
}

/**
 * Keeps a folder for this process alone. A lock left by a dead process is taken over, by exactly one taker.
 * @throws DataFolderLockedError while another process, or this one, holds it
 */
export function lockFolder(folder: string): FolderLock {
  const lock = take(join(folder, 'lock'), folder);
  // A process in another container cannot see our pid: it goes by how long ago the file was touched.
  const touching = setInterval(() => futimesSync(lock.fd, new Date(), new Date()), touchEveryMs).unref();
  return {
    release() {
      clearInterval(touching);
      drop(lock);
    },
  };
}

const touchEveryMs = 10_000;
const unseenIsDeadAfterMs = 60_000;
const unreadableIsDeadAfterMs = 5_000;

interface HeldFile {
  path: string;
  fd: number;
  text: string;
}

interface FoundFile {
  text: string;
  mtimeMs: number;
}

function take(path: string, folder: string): HeldFile {
  const created = create(path);
  if (created) return created;
  const found = read(path);
  if (!found) return take(path, folder); // released between our two looks
  if (isHeld(found)) throw new DataFolderLockedError(folder, parse(found.text)?.pid ?? 0);
  return replace(path, found, folder);
}

/**
 * Removing a stale file and making a new one are two steps, and a second taker could remove the new one. So the file
 * is replaced in one step, and only by the process that holds the claim named after this very stale file.
 */
function replace(path: string, stale: FoundFile, folder: string): HeldFile {
  const claim = take(`${path}-${fingerprint(stale)}`, folder);
  const current = read(path);
  if (!current || fingerprint(current) !== fingerprint(stale)) {
    drop(claim); // another taker was faster; the lock is now theirs to be judged
    return take(path, folder);
  }
  renameSync(claim.path, path);
  return { ...claim, path };
}

function isHeld({ text, mtimeMs }: FoundFile): boolean {
  const mark = parse(text);
  const ageMs = Date.now() - mtimeMs;
  if (!mark) return ageMs < unreadableIsDeadAfterMs; // perhaps created, and not yet written
  return isVisible(mark) ? isRunning(mark) : ageMs < unseenIsDeadAfterMs;
}

function create(path: string): HeldFile | undefined {
  const { pid, started, system } = ownMark();
  const text = `${pid} ${started} ${system}\n`;
  try {
    const fd = openSync(path, 'wx', 0o600);
    writeSync(fd, text);
    return { path, fd, text };
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return undefined;
    throw error;
  }
}

function drop({ path, fd, text }: HeldFile): void {
  closeSync(fd);
  if (read(path)?.text === text) unlinkSync(path); // not one that was put there after ours was removed by hand
}

function read(path: string): FoundFile | undefined {
  try {
    const fd = openSync(path, 'r');
    try {
      return { text: readFileSync(fd, 'utf8'), mtimeMs: fstatSync(fd).mtimeMs };
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function parse(text: string): ProcessMark | undefined {
  const [, pid, started, system] = /^([1-9]\d*) (\d+|-) (\S+)\n$/.exec(text) ?? [];
  return pid && started && system ? { pid: Number(pid), started, system } : undefined;
}

const fingerprint = ({ text, mtimeMs }: FoundFile) =>
  createHash('sha256').update(`${mtimeMs} ${text}`).digest('hex').slice(0, 16);
