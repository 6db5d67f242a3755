import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DataFolderLockedError, lockFolder } from './folder-lock.js';
import { isRunning, ownMark } from './process-mark.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'folder-lock-'));
  file = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const leaveLock = (text: string, ageMs = 0) => {
  writeFileSync(file, text);
  const then = new Date(Date.now() - ageMs);
  utimesSync(file, then, then);
};
const deadPid = () => spawnSync(process.execPath, ['--version']).pid;
const lineOf = ({ pid, started, system } = ownMark()) => `${pid} ${started} ${system}\n`;

describe('lockFolder', () => {
  it('names the folder, the holder and the cure while a process holds it, this one included', () => {
    const lock = lockFolder(folder);
    const refused = refusal();
    expect(refused).toMatchObject({ pid: process.pid, folder });
    expect(refused.message).toContain(
      `${folder} is in use by process ${process.pid}: stop it, or choose another DATA_DIR`,
    );
    lock.release();
  });

  it('lets the next one in after a release, and leaves no file', () => {
    lockFolder(folder).release();
    lockFolder(folder).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps the file for its owner alone', () => {
    const lock = lockFolder(folder);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    lock.release();
  });

  it('does not remove a lock that somebody else put in the place of its own', () => {
    const lock = lockFolder(folder);
    leaveLock('another');
    lock.release();
    expect(readFileSync(file, 'utf8')).toBe('another');
  });

  it.each([
    ['a dead process', () => lineOf({ ...ownMark(), pid: deadPid() }), 0],
    ['a process whose pid was given to another', () => lineOf({ ...ownMark(), pid: process.ppid, started: '1' }), 0],
    ['nobody, in an old and empty file', () => '', 6_000],
    ['nobody, in an old and damaged file', () => '12', 6_000],
    [
      'a process that we cannot see and that stopped touching it',
      () => lineOf({ ...ownMark(), system: 'elsewhere' }),
      61_000,
    ],
  ])('takes over the lock of %s', (_whose, text, ageMs) => {
    leaveLock(text(), ageMs);
    const lock = lockFolder(folder);
    expect(readFileSync(file, 'utf8')).toBe(lineOf());
    expect(readdirSync(folder)).toEqual(['lock']);
    lock.release();
  });

  it.each([
    ['a living process', () => lineOf({ ...ownMark(), pid: process.ppid, started: '-' }), 3_600_000, process.ppid],
    ['a process of another user', () => lineOf({ ...ownMark(), pid: 1, started: '-' }), 3_600_000, 1],
    ['nobody yet, in a file made just now', () => '', 0, 0],
    [
      'a process that we cannot see and that touches it',
      () => lineOf({ pid: 7, started: '5', system: 'elsewhere' }),
      30_000,
      7,
    ],
  ])('leaves the lock of %s alone', (_whose, text, ageMs, pid) => {
    leaveLock(text(), ageMs);
    expect(refusal()).toMatchObject({ pid });
    expect(readFileSync(file, 'utf8')).toBe(text());
  });

  it('finishes a take-over that its taker did not live to finish', () => {
    const dead = lineOf({ ...ownMark(), pid: deadPid() });
    leaveLock(dead);
    const claim = `lock-${createHash('sha256')
      .update(`${statSync(file).mtimeMs} ${dead}`)
      .digest('hex')
      .slice(0, 16)}`;
    writeFileSync(join(folder, claim), dead);
    const lock = lockFolder(folder);
    expect(readdirSync(folder)).toEqual(['lock']);
    lock.release();
  });

  it('touches the file while it is held, for those who cannot see the process', () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const lock = lockFolder(folder);
    utimesSync(file, 0, 0);
    vi.advanceTimersByTime(10_000);
    expect(statSync(file).mtimeMs).toBeGreaterThan(Date.now() - 5_000);
    lock.release();
    vi.useRealTimers();
  });
});

describe('isRunning', () => {
  it('knows itself, and not an earlier process with its pid', () => {
    expect(isRunning(ownMark())).toBe(true);
    expect(isRunning({ ...ownMark(), started: '1' })).toBe(false);
  });
});

describe('a race of four processes for a stale lock', () => {
  let racers: ChildProcess[];
  beforeEach(async () => {
    const fixture = join(import.meta.dirname, 'fixtures/lock-racer.mjs');
    const options = { cwd: import.meta.dirname, execArgv: ['--import', 'tsx'] };
    racers = Array.from({ length: 4 }, () => fork(fixture, [folder], options));
    await Promise.all(racers.map(answerOf));
  });
  afterEach(() => Promise.all(racers.map(end)));

  const tellAll = (message: string) =>
    Promise.all(
      racers.map((racer) => {
        racer.send(message);
        return answerOf(racer);
      }),
    );

  it('has exactly one winner, forty times over', async () => {
    const stale = lineOf({ ...ownMark(), pid: deadPid() });
    for (let round = 0; round < 40; round += 1) {
      leaveLock(stale);
      const answers = await tellAll('take');
      expect(answers.toSorted()).toEqual([
        'DataFolderLockedError',
        'DataFolderLockedError',
        'DataFolderLockedError',
        'won',
      ]);
      await tellAll('release');
      expect(readdirSync(folder)).toEqual([]);
    }
  });
});

function refusal(): DataFolderLockedError {
  try {
    lockFolder(folder).release();
  } catch (error) {
    if (error instanceof DataFolderLockedError) return error;
    throw error;
  }
  throw new Error('The lock was given away');
}

function answerOf(racer: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const died = (code: number | null) => reject(new Error(`The racer ended with code ${code}`));
    racer.once('exit', died);
    racer.once('message', (answer) => {
      racer.off('exit', died);
      resolve(answer as string); // the fixture sends strings
    });
  });
}

async function end(racer: ChildProcess): Promise<void> {
  if (racer.exitCode !== null) return;
  racer.kill();
  await once(racer, 'exit');
}
