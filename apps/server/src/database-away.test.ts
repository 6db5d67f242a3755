import { ConnectionRefusedError } from 'sequelize';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bySystem, createApiToken } from '@ai-providers/db';
import { buildProvider, buildUser, onServer, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { killServers, startServer, testSecretKey, type ServerProcess } from './testing/process.js';
import { openTcpLine, type TcpLine } from './testing/tcp-line.js';
import { openTestServer } from './testing/test-server.js';

const postgres = process.env.TEST_DATABASE_URL;

describe('a call that gets no connection', () => {
  it('is 503 by name, with the seconds to wait; the next one works', async () => {
    const server = await openTestServer();
    const { cookie } = await server.signIn({ isSuperuser: true });
    const refused = new ConnectionRefusedError(new Error('connect ECONNREFUSED 10.1.2.3:5432 password=hidden'));
    const spy = vi.spyOn(server.database.sequelize.connectionManager, 'getConnection').mockRejectedValue(refused);
    const answer = await server.call('providers.list', { cookie });
    expect([answer.status, answer.body.error.data]).toMatchObject([
      503,
      { reason: 'DATABASE_UNAVAILABLE', retryAfter: 5 },
    ]);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(answer.text + server.logged.join('\n')).not.toMatch(/10\.1\.2\.3|hidden|ECONN/);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    spy.mockRestore();
    expect((await server.call('providers.list', { cookie })).status).toBe(200);
    await server.close();
  });
});

// What is embedded does not go away by itself.
if (postgres) {
  describe('a server that loses its database', () => {
    let database: TestDatabase;
    let line: TcpLine;
    let server: ServerProcess;
    let token: string;
    beforeAll(async () => {
      database = await openTestDatabase({ secretKey: testSecretKey });
      const { hostname, port } = new URL(postgres);
      line = await openTcpLine({ host: hostname, port: Number(port || 5432) });
      const url = new URL(database.url ?? '');
      url.host = `127.0.0.1:${line.port}`;
      await buildProvider({ sharedApiKey: secret });
      token = (
        await createApiToken(
          await buildUser({ isSuperuser: true }),
          { name: 'x', scopes: ['admin', 'keys:resolve'] },
          bySystem,
        )
      ).token;
      server = await startServer({ DATABASE_URL: url.href, SECRET_KEY: testSecretKey });
    });
    afterAll(async () => {
      await killServers();
      await line.cut();
      await database.close();
    });

    const secret = 'sk-canary-of-the-lost-connection';
    async function call(path: string, input?: unknown) {
      const from = performance.now();
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const response = await fetch(
        `${server.url}${path}`,
        input === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(input) },
      );
      return {
        status: response.status,
        text: await response.text(),
        headers: response.headers,
        ms: performance.now() - from,
      };
    }
    const list = () => call('/trpc/providers.list');
    const terminate = (where: string) =>
      onServer(
        postgres,
        `select pg_terminate_backend(pid, 2000) from pg_stat_activity where datname = '${new URL(database.url ?? '').pathname.slice(1)}' and application_name = 'ai-providers' and ${where}`,
      );

    /** Ends what is idle now, and tells how many connections are left: its own work in the background had those. */
    async function endIdle() {
      await terminate("state = 'idle'");
      return line.connections();
    }

    it('by the end of its idle connections loses no call', async () => {
      for (let round = 0; round < 5; round += 1) {
        expect((await list()).status).toBe(200);
        await expect.poll(endIdle, { timeout: 20_000 }).toBe(0); // and the server has heard of it
        const statuses = await Promise.all(Array.from({ length: 5 }, async () => (await list()).status));
        expect(statuses).toEqual([200, 200, 200, 200, 200]);
      }
    });

    it('in the middle of calls answers each with 200 or 503, and goes on', async () => {
      const calls = Array.from({ length: 40 }, (_, n) =>
        call('/trpc/providers.create', { name: `In flight ${n}`, sharedApiKey: secret }),
      );
      await terminate('true');
      const answers = await Promise.all(calls);
      for (const { status, text } of answers) {
        expect([200, 503]).toContain(status);
        expect(text).not.toContain(secret);
      }
      expect((await list()).status).toBe(200);
    });

    it('whole answers 503 in time and by name, lives, and works again as soon as it is back', async () => {
      const { pid } = server;
      await line.cut();
      const [listed, resolved, created] = await Promise.all([
        list(),
        call(`/trpc/keys.resolve?input=${encodeURIComponent('{"provider":"provider-1"}')}`),
        call('/trpc/providers.create', { name: 'Away', sharedApiKey: secret }),
      ]);
      for (const { status, text, headers, ms } of [listed, resolved, created]) {
        expect([status, JSON.parse(text).error.data]).toMatchObject([
          503,
          { code: 'SERVICE_UNAVAILABLE', reason: 'DATABASE_UNAVAILABLE', retryAfter: 5 },
        ]);
        expect(headers.get('retry-after')).toBe('5');
        expect(text).not.toMatch(/ECONN|127\.0\.0\.1|postgres|sequelize/i);
        expect(ms).toBeLessThan(3_500);
      }
      expect((await call('/healthz')).status).toBe(200);
      const ready = await call('/readyz');
      expect([ready.status, JSON.parse(ready.text).status]).toEqual([503, 'database_unavailable']);

      await line.mend();
      await vi.waitFor(async () => expect((await list()).status).toBe(200), { timeout: 5_000, interval: 100 });
      expect((await call('/readyz')).status).toBe(200);
      expect(server.pid).toBe(pid);
      expect(server.output()).not.toContain(secret);
      expect(server.output()).not.toContain('gAAAA');
      expect(await server.stop()).toBe(0);
    });
  });
}
