import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../log.js';
import { EmbeddedConnection } from './connection.js';
import { openEmbeddedDatabase, type EmbeddedDatabase } from './embedded-database.js';

let database: EmbeddedDatabase;
beforeAll(async () => {
  database = await openEmbeddedDatabase({ dataDir: '', log: silentLog });
});
afterAll(() => database.close());

const int = (value: number) => Buffer.from(new Uint8Array(new Uint32Array([value]).buffer)).swap32();
const startup = Buffer.concat([int(41), int(196608), Buffer.from('user\0postgres\0database\0postgres\0\0')]);
const query = (text: string) => Buffer.concat([Buffer.from('Q'), int(text.length + 5), Buffer.from(`${text}\0`)]);
const ready = 'Z\0\0\0\x05I';

async function open(): Promise<EmbeddedConnection> {
  const connection = database.sequelizeOptions.dialectOptions.stream() as EmbeddedConnection; // pg sees a plain Duplex
  connection.connect();
  await once(connection, 'connect');
  return connection;
}

async function readUntil(connection: EmbeddedConnection, end: string): Promise<string> {
  let text = '';
  for await (const chunk of connection.iterator({ destroyOnReturn: false })) {
    text += String(chunk);
    if (text.endsWith(end)) return text;
  }
  return text;
}

describe('EmbeddedConnection', () => {
  it.each([
    ['TLS', 80877103],
    ['GSSAPI', 80877104],
  ])('declines %s and goes on in clear', async (_name, code) => {
    const connection = await open();
    connection.write(Buffer.concat([int(8), int(code)]));
    expect(await readUntil(connection, 'N')).toBe('N');
    connection.write(startup);
    expect(await readUntil(connection, ready)).toContain('server_version');
    connection.destroy();
  });

  it('understands messages that come byte by byte', async () => {
    const connection = await open();
    for (const byte of Buffer.concat([startup, query("select 'whole' as word")])) connection.write(Buffer.of(byte));
    expect(await readUntil(connection, `SELECT 1\0${ready}`)).toContain('whole');
    connection.destroy();
  });

  it('understands messages that come all at once', async () => {
    const connection = await open();
    connection.write(Buffer.concat([startup, query("select 'one'"), query('select 1 / 0'), query("select 'two'")]));
    expect(await readUntil(connection, `two\x43\0\0\0\x0dSELECT 1\0${ready}`)).toMatch(
      /one[^]*division by zero[^]*two/,
    );
    connection.destroy();
  });

  it('ends on a request to cancel, which has no answer', async () => {
    const connection = await open();
    connection.write(Buffer.concat([int(16), int(80877102), int(1), int(1)]));
    await once(connection, 'close');
  });

  it('ends with an error on bytes that are not the protocol, and harms no other', async () => {
    const connection = await open();
    connection.write(startup);
    await readUntil(connection, ready);
    connection.write(Buffer.from('Q\0\0\0\0\0\0\0\0'));
    const [error] = (await once(connection, 'error')) as [Error]; // the one argument of this event
    expect(error.message).toContain('not its protocol');
    const next = await open();
    next.write(Buffer.concat([startup, query("select 'fine'")]));
    expect(await readUntil(next, `SELECT 1\0${ready}`)).toContain('fine');
    next.destroy();
  });

  it('ends with an error when the database breaks off in the middle of an answer', async () => {
    const answers = [ready, 'T and no more'].map((answer) => Buffer.from(answer, 'latin1'));
    const run = () => Promise.resolve(answers.shift() ?? Buffer.alloc(0));
    const connection = new EmbeddedConnection({
      takeTurn: () => Promise.resolve({ run, release: () => Promise.resolve() }),
    });
    await once(connection.connect(), 'connect');
    connection.write(Buffer.concat([startup, query('select 1')]));
    const [error] = (await once(connection, 'error')) as [Error]; // the one argument of this event
    expect(error.message).toContain('broke off');
  });
});
