import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkSecrets, writeState } from '@ai-providers/db';
import { openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { healthRoutes, type Readiness } from './health.js';

let database: TestDatabase;
let server: Server;
let url: string;
const readiness: Readiness = { draining: false };
beforeAll(async () => {
  database = await openTestDatabase();
  const app = express().use(healthRoutes(database.sequelize, readiness, () => 'up'));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
});
afterAll(async () => {
  server.close();
  await database.close();
});

async function ask(path: string): Promise<[number, unknown]> {
  const response = await fetch(url + path);
  return [response.status, await response.json()];
}
const ready = () => ask('/readyz');
const alive = async () => expect(await ask('/healthz')).toEqual([200, { status: 'ok' }]);

describe('/readyz', () => {
  it('is 200 when everything is in order, and names the state of the cache', async () => {
    expect(await ready()).toEqual([200, { status: 'ok', cache: 'up' }]);
    await alive();
  });

  it('is 503 while a migration is missing', async () => {
    await database.sequelize.query("update schema_migrations set name = 'x' || name");
    expect(await ready()).toEqual([503, { status: 'migrations_pending', cache: 'up' }]);
    await alive();
    await database.sequelize.query('update schema_migrations set name = substr(name, 2)');
    expect((await ready())[0]).toBe(200);
  });

  it('is 503 when the database does not answer; the process is alive all the same', async () => {
    const spy = vi
      .spyOn(database.sequelize, 'query')
      .mockRejectedValue(new Error('connect ECONNREFUSED 10.0.0.1:5432'));
    expect(await ready()).toEqual([503, { status: 'database_unavailable', cache: 'up' }]);
    await alive();
    expect(spy).toHaveBeenCalledTimes(1); // /healthz asked nothing of it
    spy.mockRestore();
    expect((await ready())[0]).toBe(200);
  });

  it('is 503 with a SECRET_KEY that does not open this database', async () => {
    await writeState(database.sequelize, 'secret_check', 'a token of another key');
    expect(await checkSecrets(database.sequelize)).toBe('mismatch');
    expect(await ready()).toEqual([503, { status: 'encryption_key_mismatch', cache: 'up' }]);
    await alive();
    await writeState(
      database.sequelize,
      'secret_check',
      database.secrets.seal('ai-providers: this SECRET_KEY opens this database'),
    );
    await checkSecrets(database.sequelize);
    expect((await ready())[0]).toBe(200);
  });

  it('is 503 from the moment on that the server stops', async () => {
    readiness.draining = true;
    expect(await ready()).toEqual([503, { status: 'draining', cache: 'up' }]);
    await alive();
    readiness.draining = false;
  });
});
