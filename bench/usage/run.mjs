// How fast requests are counted: reserve + settle, exact and durable, against a bare UPDATE of a counter on the same
// database in the same run. By hand, never in the tests:
//
//   pnpm build && node bench/usage/run.mjs postgres://…/postgres [seconds per figure] [rounds]
//
// It makes a database of its own on that server and drops it. One call of ours is one request: a reservation and its
// settlement, two statements' worth. The UPDATEs go through the bare driver with up to 20 connections; ours goes through
// the domain with the pool it has in production. Candidates take turns within a round; the figures are medians of calls
// per second, the ratios medians of the rounds' ratios.
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { createSecretBox } from '../../packages/db/dist/secrets/index.js';
import { createCache } from '../../packages/db/dist/cache/cache.js';
import { createDatabase } from '../../packages/db/dist/database.js';
import {
  AdminProviderSettings,
  AIProvider,
  migrate,
  reserveUsage,
  rollUpUsage,
  settleUsage,
  silentLog,
  usageDrift,
  User,
} from '../../packages/db/dist/index.js';

const pg = createRequire(new URL('../../packages/db/package.json', import.meta.url))('pg');
const [server, seconds = 2, rounds = 3] = process.argv.slice(2);
if (!server) throw new Error('Give the address of a PostgreSQL where databases may be made');
const admins = 200;

const name = `ai_providers_bench_${randomUUID().replaceAll('-', '')}`;
const onServer = async (statement) => {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
};
const say = (line) => process.stdout.write(`${line}\n`);
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Keeps `inFlight` calls going and gives calls per second. */
async function rate(inFlight, call) {
  const end = performance.now() + Number(seconds) * 1000;
  let calls = 0;
  const started = performance.now();
  const worker = async (number) => {
    for (let turn = 0; performance.now() < end; turn += 1) {
      await call(number + turn * inFlight);
      calls += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, (_, number) => worker(number)));
  return (calls * 1000) / (performance.now() - started);
}

async function open(url) {
  const secrets = createSecretBox({ secretKey: 'a secret key for the bench, long enough' });
  const cache = createCache({ log: silentLog, namespace: name });
  const database = await createDatabase({ where: { url }, secrets, cache });
  await migrate(database.sequelize, silentLog);
  const provider = await AIProvider.create({
    name: 'Bench',
    slug: 'bench',
    displayName: 'Bench',
    sharedApiKey: 'sk-bench-key-of-nobody',
    allowSharedForNormalAdmins: true,
  });
  const users = await User.bulkCreate(
    Array.from({ length: admins }, (_, number) => ({ email: `a${number}@example.com`, passwordHash: 'none' })),
  );
  await AdminProviderSettings.bulkCreate(
    users.map(({ id }) => ({ adminId: id, providerId: provider.id, monthlyLimit: null })),
  );
  return { database, users };
}

async function candidatesOn(pool, users) {
  await pool.query('create table bare (id int primary key, used bigint not null default 0)');
  await pool.query(`insert into bare select generate_series(1, ${admins})`);
  const update = { name: 'bare', text: 'update bare set used = used + 1 where id = $1 and used < 1000000000' };
  const bare = (id) => pool.query({ ...update, values: [id] });
  const count = async (admin) => {
    const requestId = randomUUID();
    await reserveUsage(admin, { provider: 'bench', model: 'm-1', requestId });
    await settleUsage(admin, { requestId, status: '200', inputTokens: 900, outputTokens: 120, latencyMs: 800 });
  };
  return {
    'hot row, bare UPDATE': () => bare(1),
    'spread, bare UPDATE': (turn) => bare((turn % admins) + 1),
    'one admin, reserve + settle': () => count(users[0]),
    '200 admins, reserve + settle': (turn) => count(users[turn % admins]),
  };
}

async function measure(candidates, inFlight, sequelize) {
  const figures = Object.fromEntries(Object.keys(candidates).map((key) => [key, []]));
  for (let round = 0; round < Number(rounds); round += 1) {
    for (const [key, call] of Object.entries(candidates)) {
      figures[key].push(await rate(inFlight, call));
      await rollUpUsage(sequelize);
    }
  }
  return figures;
}

function print(inFlight, figures) {
  const [hot, spread, one, many] = Object.values(figures);
  const ratio = (ours, bare) => median(ours.map((value, round) => value / bare[round])).toFixed(2);
  say(`\n${inFlight} in flight`);
  for (const [key, values] of Object.entries(figures)) say(`  ${key.padEnd(30)} ${median(values).toFixed(0)}/s`);
  say(`  one admin ÷ hot row            ${ratio(one, hot)}`);
  say(`  200 admins ÷ spread            ${ratio(many, spread)}`);
}

await onServer(`create database ${name}`);
const url = new URL(server);
url.pathname = `/${name}`;
const { database, users } = await open(url.href);
const pool = new pg.Pool({ connectionString: url.href, max: 20 });
try {
  const candidates = await candidatesOn(pool, users);
  for (const call of Object.values(candidates)) for (let turn = 0; turn < admins; turn += 1) await call(turn);
  for (const inFlight of [1, 16, 64]) print(inFlight, await measure(candidates, inFlight, database.sequelize));
  say(`\ndrift ${JSON.stringify(await usageDrift(database.sequelize))}`);
} finally {
  await pool.end();
  await database.close();
  await onServer(`drop database ${name} with (force)`);
}
