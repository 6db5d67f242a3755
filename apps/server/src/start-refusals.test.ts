import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EnvError, openData, silentLog } from '@ai-providers/db';
import { readEnv } from './env.js';
import { killServers, runServer, temporaryFolder, testSecretKey } from './testing/process.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(async () => {
  await killServers();
  await folder.remove();
});

/** Node and the sources take most of it on a busy machine; a built server takes a fraction. */
const startUpSlackMs = 5_000;

describe('a start in production', () => {
  it.each<[string, Record<string, string>]>([
    ['without SECRET_KEY', {}],
    ['with SECRET_KEY=changeme', { SECRET_KEY: 'changeme' }],
    ['with a SECRET_KEY of 31 characters', { SECRET_KEY: testSecretKey.slice(0, 31) }],
  ])(
    '%s ends within 5 seconds, naming the variable and not its value',
    async (_what, given) => {
      const data = join(folder.path, 'never-made');
      const { code, output, ms } = await runServer({ NODE_ENV: 'production', DATA_DIR: data, ...given });
      expect(code).toBe(1);
      expect(output).toMatch(/^SECRET_KEY is .*openssl rand -base64 48\n$/);
      if (given.SECRET_KEY) expect(output).not.toContain(given.SECRET_KEY);
      expect(ms).toBeLessThan(5_000 + startUpSlackMs);
      expect(existsSync(data)).toBe(false);
    },
    20_000,
  );
});

describe('a start with a wrong environment', () => {
  it('lists every wrong variable and no value, without a stack', async () => {
    const { code, output } = await runServer({
      PORT: 'port-value',
      DATABASE_URL: 'mysql://user:hidden@host/x',
      REDIS_URL: 'redis-value',
      ADMIN_PASSWORD: 'short',
    });
    expect(code).toBe(1);
    expect(output).toMatch(/^The environment is not usable:\n/);
    for (const name of ['PORT', 'DATABASE_URL', 'REDIS_URL', 'ADMIN_PASSWORD']) expect(output).toContain(`  ${name}: `);
    expect(output).not.toMatch(/-value|hidden|short\b|\n\s+at /);
  }, 20_000);

  it('names HOST when this machine does not have it', async () => {
    const { code, output } = await runServer({ DATA_DIR: join(folder.path, 'host'), HOST: '203.0.113.77' });
    expect([code, output]).toEqual([1, expect.stringContaining('HOST: this machine has no address 203.0.113.77')]);
  });

  it('names a data folder that holds something else', async () => {
    const { code, output } = await runServer({ DATA_DIR: '/dev/null/x', SECRET_KEY: testSecretKey });
    expect([code, output]).toEqual([
      1,
      expect.stringMatching(/^The data folder \/dev\/null\/x\/database cannot be used: .*DATA_DIR\n$/),
    ]);
  }, 20_000);
});

describe('a database that cannot be used', () => {
  const open = (url: string) =>
    openData(readEnv({ DATABASE_URL: url, SECRET_KEY: testSecretKey }), silentLog, 0).catch((error: unknown) => error);

  it('because nobody listens there is told by the variable, without the password', async () => {
    const refusal = await open('postgres://someone:hidden-password@127.0.0.1:1/x');
    expect(refusal).toBeInstanceOf(EnvError);
    expect(String(refusal)).toMatch(/DATABASE_URL: the database cannot be reached/);
    expect(String(refusal)).not.toMatch(/hidden-password|someone/);
  });

  const postgres = process.env.TEST_DATABASE_URL;
  if (postgres) {
    it('because it does not exist is told at once', async () => {
      const url = new URL(postgres);
      url.pathname = '/no_such_database_here';
      const { code, output, ms } = await runServer({ DATABASE_URL: url.href, SECRET_KEY: testSecretKey });
      expect([code, output]).toEqual([1, 'DATABASE_URL: the database refuses this user, password or name\n']);
      expect(ms).toBeLessThan(5_000 + startUpSlackMs);
    }, 20_000);
  }
});
