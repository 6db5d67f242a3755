import { afterEach, describe, expect, it } from 'vitest';
import { QueryTypes, Sequelize } from 'sequelize';
import { emptyDatabase, killServers, startServer, temporaryFolder, testSecretKey } from './testing/process.js';

const rounds = 10;
const instances = 4;
const postgres = process.env.TEST_DATABASE_URL;

afterEach(killServers);

async function select<T extends object>(url: string, sql: string): Promise<T[]> {
  const sequelize = new Sequelize(url, { dialect: 'postgres', logging: false });
  const rows = await sequelize.query<T>(sql, { type: QueryTypes.SELECT });
  await sequelize.close();
  return rows;
}

describe('three instances that start at once on one folder', () => {
  it('become one: the others end, naming it', async () => {
    const folder = await temporaryFolder();
    const starts = await Promise.allSettled(Array.from({ length: 3 }, () => startServer({ DATA_DIR: folder.path })));
    const [one, ...more] = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
    expect(more).toEqual([]);
    const refusals = starts.flatMap((start) => (start.status === 'rejected' ? [String(start.reason)] : []));
    expect(refusals).toHaveLength(2);
    for (const refusal of refusals)
      expect(refusal).toMatch(
        new RegExp(`ended with 1:[^]* is in use by (process ${one?.pid ?? 0}|a process that is starting): stop it`),
      );
    expect((await fetch(`${one?.url ?? ''}/readyz`)).status).toBe(200);
    expect(await one?.stop()).toBe(0);
    await folder.remove();
  });
});

// Only a PostgreSQL can serve several processes.
if (postgres) {
  describe('four instances that start at once on an empty database', () => {
    it.each(Array.from({ length: rounds }, (_, round) => round + 1))(
      'are all ready, with one schema, one seed and one admin: round %d',
      async () => {
        const database = await emptyDatabase(postgres);
        const env = {
          DATABASE_URL: database.url,
          SECRET_KEY: testSecretKey,
          ADMIN_EMAIL: 'first@example.com',
          ADMIN_PASSWORD: 'a long enough password',
        };
        const servers = await Promise.all(Array.from({ length: instances }, () => startServer(env)));
        const ready = await Promise.all(servers.map(async ({ url }) => (await fetch(`${url}/readyz`)).status));
        expect(ready).toEqual(Array.from({ length: instances }, () => 200));
        expect(servers.filter(({ output }) => output().includes('database migrated'))).toHaveLength(1);
        expect(servers.filter(({ output }) => output().includes('catalogue seeded'))).toHaveLength(1);
        expect(servers.map(({ setupUrl }) => setupUrl)).toEqual(Array.from({ length: instances }, () => null));

        const migrations = await select<{ name: string; times: number }>(
          database.url,
          'select name, count(*)::int as times from schema_migrations group by name',
        );
        expect(migrations.length).toBeGreaterThan(1);
        expect(migrations.filter(({ times }) => times !== 1)).toEqual([]);
        const [counts] = await select(
          database.url,
          'select (select count(*)::int from users) as users, (select count(*)::int from ai_providers) as providers',
        );
        expect(counts).toEqual({ users: 1, providers: 7 });
        expect(await Promise.all(servers.map(({ stop }) => stop()))).toEqual(
          Array.from({ length: instances }, () => 0),
        );
        await database.drop();
      },
      60_000,
    );
  });
}
