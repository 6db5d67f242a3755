// What the benches share: a database of their own on a given PostgreSQL, and how calls per second are taken.
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { createCache } from '../packages/db/dist/cache/cache.js';
import { createDatabase } from '../packages/db/dist/database.js';
import { migrate, silentLog } from '../packages/db/dist/index.js';
import { createSecretBox } from '../packages/db/dist/secrets/index.js';

export const pg = createRequire(new URL('../packages/db/package.json', import.meta.url))('pg');
export const secretKey = 'a secret key for the bench, long enough';

export const say = (line) => process.stdout.write(`${line}\n`);
export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * A new, migrated database on a server; `drop` ends it. Each of its commits waits `commitDelay` microseconds before it is
 * written out, as on a disk that takes so much longer: PostgreSQL's own setting, which takes a superuser.
 */
export async function openBench(server, { commitDelay = 0, ...options } = {}) {
  if (!server) throw new Error('Give the address of a PostgreSQL where databases may be made');
  const name = `ai_providers_bench_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name}`);
  if (commitDelay > 0) {
    await onServer(server, `alter database ${name} set commit_siblings = 0`);
    await onServer(server, `alter database ${name} set commit_delay = ${commitDelay}`);
  }
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = await createDatabase({
    where: { url: url.href },
    secrets: createSecretBox({ secretKey }),
    cache: createCache({ log: silentLog, namespace: name }),
    ...options,
  });
  await migrate(database.sequelize, silentLog);
  const drop = async () => {
    await database.close();
    await onServer(server, `drop database ${name} with (force)`);
  };
  return { url: url.href, database, sequelize: database.sequelize, drop };
}

async function onServer(server, statement) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Keeps `inFlight` calls going for some seconds and gives calls per second. */
export async function rate({ inFlight, seconds }, call) {
  const started = performance.now();
  const end = started + seconds * 1000;
  let calls = 0;
  const worker = async (number) => {
    for (let turn = 0; performance.now() < end; turn += 1) {
      await call(number + turn * inFlight);
      calls += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, (_, number) => worker(number)));
  return (calls * 1000) / (performance.now() - started);
}

/** Calls per second of each candidate, which take turns within a round; `between` runs after every turn. */
export async function takeTurns(candidates, { inFlight, seconds, rounds, between = async () => undefined }) {
  const figures = Object.fromEntries(Object.keys(candidates).map((key) => [key, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [key, call] of Object.entries(candidates)) {
      figures[key].push(await rate({ inFlight, seconds }, call));
      await between();
    }
  }
  return figures;
}

/** The median of the rounds' ratios. */
export const ratio = (ours, theirs) => median(ours.map((value, round) => value / theirs[round])).toFixed(2);
