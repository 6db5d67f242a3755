import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { killServers, runServer, startServer, temporaryFolder, type ServerProcess } from './testing/process.js';

const password = 'a long enough password';
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(async () => {
  await killServers();
  await folder.remove();
});

async function post(url: string, path: string, input: unknown, cookie = ''): Promise<Response> {
  return fetch(`${url}/trpc/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
    body: JSON.stringify(input),
  });
}
const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';
const totalOf = async (url: string, path: string, cookie: string) => {
  const response = await fetch(`${url}/trpc/${path}`, { headers: { cookie } });
  const body = (await response.json()) as { result: { data: { total: number } } }; // a list, as asked for
  return body.result.data.total;
};

/** A login whose headers have arrived, for sure, and whose body has not. @returns how to send the rest and get the answer */
async function beginCall(url: string, input: unknown): Promise<() => Promise<string>> {
  const { hostname, port } = new URL(url);
  const body = JSON.stringify(input);
  const socket = connect(Number(port), hostname);
  let answer = '';
  const closed = new Promise<string>((resolve) => socket.on('error', () => {}).on('close', () => resolve(answer)));
  socket.write(
    `POST /trpc/auth.login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
  );
  await new Promise((resolve) => socket.once('data', resolve)); // 100 Continue
  socket.on('data', (chunk: Buffer) => void (answer += chunk.toString()));
  return () => {
    socket.write(body);
    return closed;
  };
}

describe('a start on embedded data', () => {
  const data = () => join(folder.path, 'data');
  let first: ServerProcess;
  let second: ServerProcess;
  const started = () => startServer({ DATA_DIR: data() });

  it('needs nothing: it makes the folder, migrates, seeds, and prints its address and a set-up link', async () => {
    expect(existsSync(data())).toBe(false);
    first = await started();
    expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(first.setupUrl).toMatch(new RegExp(`^${first.url}/setup#token=[\\w-]{32}$`));
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${first.url}/readyz`)).json()).toMatchObject({ status: 'ok' });
    expect(existsSync(join(data(), 'secret_key'))).toBe(true);
  });

  it('refuses a second process on the folder, naming the first, and leaves the first alone', async () => {
    const { code, output, ms } = await runServer({ DATA_DIR: data() });
    expect([code, output]).toEqual([1, expect.stringContaining(`in use by process ${first.pid}`)]);
    expect(output).toContain('DATA_DIR');
    expect(output).not.toMatch(/\n\s+at /);
    expect(ms).toBeLessThan(10_000);
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  });

  it('is set up by the printed link, once, and serves the seeded catalogue', async () => {
    const token = first.setupUrl?.split('token=')[1] ?? '';
    const input = { token, email: 'first@example.com', name: 'First', password };
    const answers = await Promise.all(
      [1, 2, 3].map((n) => post(first.url, 'system.setup', { ...input, email: `first-${n}@example.com` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const cookie = answers.map(cookieOf).find(Boolean) ?? '';
    expect(await totalOf(first.url, 'providers.list', cookie)).toBe(7);
    expect(await totalOf(first.url, 'models.list', cookie)).toBeGreaterThanOrEqual(30);
    expect(await totalOf(first.url, 'admins.list', cookie)).toBe(1);
    expect(first.output()).not.toContain(password);
  });

  it('ends with 0 at SIGTERM, after the calls under way', async () => {
    const calls = await Promise.all(
      Array.from({ length: 8 }, (_, n) => beginCall(first.url, { email: `nobody-${n}@example.com`, password: 'x' })),
    );
    const from = performance.now();
    const stopped = first.stop('SIGTERM');
    await vi.waitFor(() => expect(first.output()).toMatch(/"signal":"SIGTERM","msg":"stopping"/));
    await expect(fetch(`${first.url}/healthz`)).rejects.toThrow();
    const answers = await Promise.all(calls.map((finish) => finish()));
    expect([await stopped, answers]).toEqual([
      0,
      Array.from({ length: 8 }, () => expect.stringMatching(/^HTTP\/1\.1 401 [^]*BAD_CREDENTIALS/)),
    ]);
    expect(performance.now() - from).toBeLessThan(8_000); // not by the deadline that ends what hangs
    expect(existsSync(join(data(), 'database/lock'))).toBe(false);
  });

  it('opens what is there, and prints no set-up link once a user exists', async () => {
    second = await started();
    expect(second.setupUrl).toBeNull();
    expect(second.output()).not.toMatch(/setup|catalogue seeded|database migrated/);
    const login = await Promise.all(
      [1, 2, 3].map((n) => post(second.url, 'auth.login', { email: `first-${n}@example.com`, password })),
    );
    const cookie = login.map(cookieOf).find(Boolean) ?? '';
    expect(await totalOf(second.url, 'providers.list', cookie)).toBe(7);
    expect(await second.stop('SIGINT')).toBe(0);
  });

  it('takes over after a process that was killed', async () => {
    const killed = await started();
    expect(await killed.stop('SIGKILL')).toBeNull();
    const next = await started();
    expect((await fetch(`${next.url}/readyz`)).status).toBe(200);
    expect(await next.stop()).toBe(0);
  });

  it('tells in a sentence that its port is taken, and gives the folder back', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo; // it listens on TCP
    const { code, output } = await runServer({ DATA_DIR: data(), PORT: String(port) });
    other.close();
    expect([code, output]).toEqual([1, expect.stringContaining(`Port ${port} is taken`)]);
    expect(output).not.toMatch(/\n\s+at /);
    expect(existsSync(join(data(), 'database/lock'))).toBe(false);
  });
});

describe('a start with ADMIN_EMAIL and ADMIN_PASSWORD', () => {
  it('makes that super admin once, and prints neither a link nor the password', async () => {
    const env = { DATA_DIR: join(folder.path, 'named'), ADMIN_EMAIL: 'Named@example.com', ADMIN_PASSWORD: password };
    const server = await startServer(env);
    expect(server.setupUrl).toBeNull();
    const login = await post(server.url, 'auth.login', { email: 'named@example.com', password });
    expect(((await login.json()) as { result: { data: unknown } }).result.data).toMatchObject({
      user: { role: 'super' },
    });
    expect(server.output()).not.toContain(password);
    expect(await server.stop()).toBe(0);
    const again = await startServer({ ...env, ADMIN_PASSWORD: 'another long password' });
    expect((await post(again.url, 'auth.login', { email: 'named@example.com', password })).status).toBe(200);
    expect(await again.stop()).toBe(0);
  }, 90_000);
});
