import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onServer } from '@ai-providers/db/testing';

/** A strong key, of no installation. */
export const testSecretKey = 'Vb3u-9xQz7Lk0mWc5Rt8Yp1Ns6Hd4Gf2Ja';

export type Environment = Record<string, string>;

/** A server as operators start it, in a process of its own. */
export interface ServerProcess {
  readonly pid: number;
  /** As it printed it. */
  readonly url: string;
  readonly setupUrl: string | null;
  /** Everything that it has printed so far. */
  output(): string;
  /** Asks it to stop. @returns its exit code, null where a signal ended it */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  readonly exited: Promise<number | null>;
}

interface Started {
  child: ChildProcess;
  output(): string;
  exited: Promise<number | null>;
}

const running = new Set<Started>();

/** Starts a server and waits for its address. @throws with what it printed if it ends before that */
export async function startServer(env: Environment): Promise<ServerProcess> {
  const started = start(env);
  const url = await printed(started, /The panel and the API: (\S+)\n(?:.*\n)*?\n/);
  return {
    pid: started.child.pid ?? 0,
    url,
    setupUrl: /Set it up once, here: +(\S+)/.exec(started.output())?.[1] ?? null,
    output: started.output,
    exited: started.exited,
    stop(signal = 'SIGTERM') {
      started.child.kill(signal);
      return started.exited;
    },
  };
}

/** Starts a server that is to end by itself. */
export async function runServer(env: Environment): Promise<{ code: number | null; output: string; ms: number }> {
  const from = performance.now();
  const started = start(env);
  const code = await started.exited;
  return { code, output: started.output(), ms: performance.now() - from };
}

/** Ends what a test has left running; for `afterEach`. */
export async function killServers(): Promise<void> {
  const left = [...running];
  for (const { child } of left) child.kill('SIGKILL');
  await Promise.all(left.map(({ exited }) => exited));
}

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'ai-providers-server-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A database on the server of `TEST_DATABASE_URL` with nothing in it. */
export async function emptyDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `ai_providers_empty_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `drop database ${name} with (force)`) };
}

const serverFolder = fileURLToPath(new URL('../..', import.meta.url));

/** With a clean environment: nothing of the machine that runs the tests gets in. */
function start(env: Environment): Started {
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', 'src/main.ts'], {
    cwd: serverFolder,
    env: { PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const keep = (chunk: Buffer) => void (text += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  // 'close' comes after the last output, 'exit' may come before.
  const exited = once(child, 'close').then(([code]) => code as number | null);
  const started = { child, output: () => text, exited };
  running.add(started);
  void exited.then(() => running.delete(started));
  return started;
}

function printed({ child, output, exited }: Started, words: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = words.exec(output())?.[1];
      if (found) resolve(found);
    };
    child.stdout?.on('data', look);
    void exited.then((code) => reject(new Error(`The server ended with ${code}:\n${output()}`)));
  });
}
