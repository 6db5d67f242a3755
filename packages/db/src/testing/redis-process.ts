import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@keyv/redis';

/** Whether this machine can run a Redis of its own. */
export const canRunRedis = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

/** A Redis of the test's own, to be stopped, frozen and killed. */
export interface RedisProcess {
  readonly url: string;
  start(): Promise<void>;
  /** Keeps what it holds now; the next start brings that back. */
  save(): Promise<void>;
  freeze(): void;
  thaw(): void;
  kill(): Promise<void>;
  dispose(): Promise<void>;
}

/** Takes a free port; nothing listens there before `start`. */
export async function prepareRedis(): Promise<RedisProcess> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const folder = await mkdtemp(join(tmpdir(), 'ai-providers-redis-'));
  let child: ChildProcess | undefined;

  async function kill(): Promise<void> {
    if (!child) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    child = undefined;
  }

  return {
    url,
    async start() {
      const options = [
        '--port',
        String(port),
        '--bind',
        '127.0.0.1',
        '--save',
        '',
        '--appendonly',
        'no',
        '--dir',
        folder,
      ];
      child = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'ignore'] });
      await untilSaid(child, 'Ready to accept connections');
    },
    async save() {
      const client = createClient({ url });
      await client.connect();
      await client.sendCommand(['SAVE']);
      await client.close();
    },
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    kill,
    async dispose() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A line to Redis that one instance has to itself, so that it alone can be cut off or kept waiting. */
export interface RedisLine {
  readonly url: string;
  cut(): Promise<void>;
  mend(): Promise<void>;
  /** Keeps back every reply from the moment on that `word` is sent. */
  holdRepliesTo(word: string): void;
  letReplies(): void;
}

export async function openLine(redisUrl: string): Promise<RedisLine> {
  const port = await freePort();
  const sockets = new Set<Socket>();
  let held: string | undefined;
  const server = createServer((near) => {
    const far = connect(Number(new URL(redisUrl).port), '127.0.0.1');
    sockets.add(near).add(far);
    near.on('data', (sent) => {
      if (held !== undefined && sent.includes(held)) far.pause();
      far.write(sent);
    });
    far.on('data', (reply) => near.write(reply));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
    }
  });
  const mend = async () => void (await once(server.listen(port, '127.0.0.1'), 'listening'));
  await mend();
  return {
    url: `redis://127.0.0.1:${port}`,
    mend,
    async cut() {
      if (!server.listening) return;
      server.close();
      for (const socket of sockets) socket.destroy();
      sockets.clear();
      await once(server, 'close');
    },
    holdRepliesTo: (word) => void (held = word),
    letReplies() {
      held = undefined;
      for (const socket of sockets) socket.resume();
    },
  };
}

function untilSaid(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(words)) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`redis-server did not start: ${said}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no port');
  return address.port;
}
