import { once } from 'node:events';
import pg from 'pg';
import { DatabaseError, Sequelize } from 'sequelize';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { silentLog } from '../log.js';
import { openEmbeddedDatabase, type EmbeddedDatabase } from './embedded-database.js';

let database: EmbeddedDatabase;
let sequelize: Sequelize;
beforeAll(async () => {
  database = await openEmbeddedDatabase({ dataDir: '', log: silentLog });
});
afterAll(() => database.close());
beforeEach(async () => {
  sequelize = new Sequelize({ ...database.sequelizeOptions, logging: false });
  await sequelize.query('drop table if exists notes; create table notes (id int primary key, text text)');
});
afterEach(() => sequelize.close());

const rowsOf = async (sql: string, bind: unknown[] = []) => {
  const [rows] = await sequelize.query(sql, { bind });
  return rows as Record<string, unknown>[]; // a SELECT gives rows
};
const connect = async () => {
  const client = newClient();
  await client.connect();
  return client;
};
const newClient = () =>
  new pg.Client({ ...database.sequelizeOptions.dialectOptions, user: 'postgres', database: 'postgres' });

describe('a pool on the embedded database', () => {
  it('reads an answer of 20 MB', async () => {
    const [row] = await rowsOf("select repeat('abcdefghij', 2000000) as long");
    expect(row?.long).toHaveLength(20_000_000);
  });

  it('reads a hundred thousand rows', async () => {
    const rows = await rowsOf("select i, repeat('x', 100) from generate_series(1, 100000) i");
    expect([rows.length, rows[0]?.i, rows.at(-1)?.i]).toEqual([100_000, 1, 100_000]);
  });

  it('writes a value of 1 MB and reads the same back', async () => {
    const text = 'αβγ 🔑 '.repeat(100_000);
    await sequelize.query('insert into notes values ($1, $2)', { bind: [1, text] });
    const [row] = await rowsOf('select text from notes');
    expect(row?.text === text).toBe(true);
  });

  it('takes ten thousand parameters in one statement', async () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => index);
    const values = ids.map((id) => `($${id + 1}::int)`).join(',');
    const [row] = await rowsOf(`select count(distinct v)::int as n from (values ${values}) as t(v)`, ids);
    expect(row?.n).toBe(10_000);
  });

  it('answers many callers at once, each with its own answer', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => rowsOf('select $1::int as n', [n])));
    expect(answers.map(([row]) => row?.n)).toEqual(Array.from({ length: 200 }, (_, n) => n));
  });

  it('rolls a failed transaction back whole and goes on working', async () => {
    const failing = sequelize.transaction(async (transaction) => {
      await sequelize.query("insert into notes values (1, 'kept?')", { transaction });
      await sequelize.query("insert into notes values (1, 'twice')", { transaction });
    });
    await expect(failing).rejects.toMatchObject({ name: 'SequelizeUniqueConstraintError' });
    expect(await rowsOf('select * from notes')).toEqual([]);
  });

  it('goes on working after a statement that is wrong, in every stage of the protocol', async () => {
    await expect(rowsOf('selec 1', [1])).rejects.toBeInstanceOf(DatabaseError);
    await expect(rowsOf('select $1::int', ['not a number'])).rejects.toBeInstanceOf(DatabaseError);
    await expect(rowsOf('select 1 / $1::int', [0])).rejects.toBeInstanceOf(DatabaseError);
    await expect(rowsOf('select 1; select 1 / 0')).rejects.toBeInstanceOf(DatabaseError);
    expect(await rowsOf('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('refuses endless recursion and goes on working', async () => {
    await sequelize.query(
      'create or replace function deeper(i int) returns int language plpgsql as $$ begin return deeper(i + 1); end $$',
    );
    await expect(rowsOf('select deeper($1)', [1])).rejects.toThrow('stack depth limit exceeded');
    expect(await rowsOf('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('opens another connection when one broke', async () => {
    const broken = (await sequelize.connectionManager.getConnection({ type: 'write' })) as pg.Client; // pg's own, in Sequelize's pool
    sequelize.connectionManager.releaseConnection(broken);
    broken.connection.stream.destroy(new Error('broken'));
    await once(broken, 'error');
    expect(await rowsOf('select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('the only session', () => {
  beforeEach(() => sequelize.close()); // its idle connection has the session

  it('is given to one client at a time, in the order they came', async () => {
    const first = await connect();
    const done: string[] = [];
    const others = ['second', 'third'].map(async (name) => {
      const client = await connect();
      done.push(name);
      await client.end();
    });
    await first.query("insert into notes values (1, 'alone')");
    expect(done).toEqual([]);
    await first.end();
    await Promise.all(others);
    expect(done).toEqual(['second', 'third']);
  });

  it('is clean for the next client', async () => {
    const first = await connect();
    await first.query("set statement_timeout = '7s'; set time zone 'Asia/Tehran'; create temp table mine (id int)");
    await first.query('select pg_advisory_lock(5)');
    await first.query({ name: 'prepared', text: 'select 1' });
    await first.end();
    const next = await connect();
    const { rows } = await next.query(`
      select current_setting('statement_timeout') as timeout, current_setting('TimeZone') as zone, to_regclass('mine') as mine,
        (select count(*)::int from pg_prepared_statements where name = 'prepared') as prepared,
        (select count(*)::int from pg_locks where locktype = 'advisory') as locks`);
    expect(rows).toEqual([{ timeout: '0', zone: 'UTC', mine: null, prepared: 0, locks: 0 }]);
    await next.end();
  });

  it.each([
    ['in mid-transaction', async (client: pg.Client) => void (await client.query('select 1'))],
    ['in a failed transaction', async (client: pg.Client) => void (await client.query('select 1 / 0').catch(() => {}))],
    [
      'after half an exchange that failed',
      async (client: pg.Client) => client.connection.parse({ name: '', text: 'selec', types: [] }, false),
    ],
    [
      'after half a message',
      async (client: pg.Client) => void client.connection.stream.write(Buffer.from('Q\0\0\0\x20delete')),
    ],
  ])('is rolled back and free when its client disappears %s', async (_when, leave) => {
    const client = await connect();
    const gone = new Promise((resolve) => client.once('error', resolve));
    await client.query("begin; insert into notes values (1, 'uncommitted')");
    await leave(client);
    client.connection.stream.destroy();
    expect(await gone).toMatchObject({ message: 'Connection terminated unexpectedly' });
    expect(await nextOneReads('select * from notes')).toEqual([]);
  });

  it('goes past a client that disappears while it waits', async () => {
    const first = await connect();
    const waiting = newClient();
    const refused = waiting.connect();
    waiting.connection.stream.destroy();
    await expect(refused).rejects.toThrow('Connection terminated unexpectedly');
    await first.end();
    expect(await nextOneReads('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('needs no encryption, whatever the environment says', async () => {
    vi.stubEnv('PGSSLMODE', 'require');
    expect(await nextOneReads('select 1 as one')).toEqual([{ one: 1 }]);
    vi.unstubAllEnvs();
  });
});

async function nextOneReads(sql: string): Promise<unknown[]> {
  const client = await connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}
