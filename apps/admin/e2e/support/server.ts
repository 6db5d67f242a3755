import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A built server on data of its own. */
export interface RunningServer {
  url: string;
  /** Null when the environment named the first super admin. */
  setupUrl: string | null;
  pid: number;
  /** Everything that it printed. */
  output(): string;
  dataDir: string;
  stop(): Promise<void>;
}

const entry = join(import.meta.dirname, '../../../server/dist/main.js');

/** Starts the built server as its user would, with an empty data folder and nothing of this shell's environment. */
export async function startServer(env: Record<string, string> = {}): Promise<RunningServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ai-providers-e2e-'));
  const child = spawn(process.execPath, [entry], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const url = await addressOf(child, () => printed);
  return {
    url,
    setupUrl: /http\S+\/setup#token=\S+/.exec(printed)?.[0] ?? null,
    pid: child.pid ?? 0,
    output: () => printed,
    dataDir,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Waits until the server has printed all that it says at its start. */
function addressOf(child: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const address = /The panel and the API: (http\S+)\n(?:.*\n)*?\n/.exec(printed())?.[1];
      if (address) resolve(address);
    };
    child.stdout?.on('data', look);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${printed()}`)));
  });
}
