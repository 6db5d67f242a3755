// How fast requests are counted: reserve + settle, exact and durable, against a bare UPDATE of a counter on the same
// database in the same run. By hand, never in the tests:
//
//   pnpm build && node bench/usage/run.mjs postgres://…/postgres [seconds per figure] [rounds] [commit delay in µs]
//
// It makes a database of its own on that server and drops it. One call of ours is one request: a reservation and its
// settlement, two statements' worth. The UPDATEs go through the bare driver with up to 20 connections, both as it sends a
// text with values, and prepared, which is the most that a database can do; ours goes through the domain with the pool it
// has in production. Our two statements through the bare driver tell what of ours is the database's part. Candidates
// take turns within a round; the figures are medians of calls per second, the ratios medians of the rounds' ratios.
// With 1 in flight the ratio hangs on the disk: half would be the most, two commits against one, and the quicker a commit,
// the less of it is left beside the work of the statements. The commit delay shows a slower disk, for all candidates.
import { randomUUID } from 'node:crypto';
import {
  AdminProviderSettings,
  AIProvider,
  reserveUsage,
  rollUpUsage,
  settleUsage,
  usageDrift,
  User,
} from '../../packages/db/dist/index.js';
import { decisionStamp } from '../../packages/db/dist/usage/decision-stamp.js';
import { admitOnePlain } from '../../packages/db/dist/usage/plain-admission-sql.js';
import { settleOnePlain } from '../../packages/db/dist/usage/settlement-sql.js';
import { median, openBench, pg, ratio, say, takeTurns } from '../support.mjs';

const [server, seconds = 2, rounds = 3, commitDelay = 0] = process.argv.slice(2);
const admins = 200;

async function fill() {
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
  return users;
}

/** What a reservation and its settlement ask of the database, asked by the bare driver. */
async function statementsOf(pool, { id: adminId }) {
  const account = `select id, ${decisionStamp} as stamp from admin_provider_settings s where admin_id = $1`;
  const [{ id, stamp }] = (await pool.query(account, [adminId])).rows;
  let turns = 0;
  // Planned anew as the ledger grows, as ours are.
  const run = async ({ name, text }, values) => {
    const { rowCount } = await pool.query({ name: `${name}_${String(turns).length}`, text, values });
    if (rowCount !== 1) throw new Error(`${name} wrote nothing`);
  };
  return async () => {
    turns += 1;
    const requestId = randomUUID();
    const now = new Date().toISOString();
    const key = [id, stamp, requestId, 'bench', null, 'm-1', 'shared'];
    await run(admitOnePlain, [...key, now, now, null, null, null, randomUUID(), `${now.slice(0, 7)}-01`]);
    await run(settleOnePlain, [adminId, requestId, '200', 900, 120, 800, now]);
  };
}

async function candidatesOn(pool, users) {
  await pool.query('create table bare (id int primary key, used bigint not null default 0)');
  await pool.query(`insert into bare select generate_series(1, ${admins})`);
  const text = 'update bare set used = used + 1 where id = $1 and used < 1000000000';
  const bare = (id) => pool.query({ text, values: [id] });
  const prepared = (id) => pool.query({ name: 'bare', text, values: [id] });
  const count = async (admin) => {
    const requestId = randomUUID();
    await reserveUsage(admin, { provider: 'bench', model: 'm-1', requestId });
    await settleUsage(admin, { requestId, status: '200', inputTokens: 900, outputTokens: 120, latencyMs: 800 });
  };
  return {
    'hot row, bare UPDATE': () => bare(1),
    'spread, bare UPDATE': (turn) => bare((turn % admins) + 1),
    'hot row, prepared UPDATE': () => prepared(1),
    'spread, prepared UPDATE': (turn) => prepared((turn % admins) + 1),
    'one admin, reserve + settle': () => count(users[0]),
    '200 admins, reserve + settle': (turn) => count(users[turn % admins]),
    'one admin, statements alone': await statementsOf(pool, users[0]),
  };
}

function print(inFlight, figures) {
  const [hot, spread, preparedHot, preparedSpread, one, many, alone] = Object.values(figures);
  say(`\n${inFlight} in flight`);
  for (const [key, values] of Object.entries(figures)) say(`  ${key.padEnd(30)} ${median(values).toFixed(0)}/s`);
  say(`  one admin ÷ hot row            ${ratio(one, hot)}, prepared ${ratio(one, preparedHot)}`);
  say(`  200 admins ÷ spread            ${ratio(many, spread)}, prepared ${ratio(many, preparedSpread)}`);
  say(`  statements alone ÷ hot row     ${ratio(alone, hot)}, prepared ${ratio(alone, preparedHot)}`);
}

const { url, sequelize, drop } = await openBench(server, { commitDelay: Number(commitDelay) });
const pool = new pg.Pool({ connectionString: url, max: 20 });
try {
  const candidates = await candidatesOn(pool, await fill());
  for (const call of Object.values(candidates)) for (let turn = 0; turn < admins; turn += 1) await call(turn);
  for (const inFlight of [1, 16, 64]) {
    const options = {
      inFlight,
      seconds: Number(seconds),
      rounds: Number(rounds),
      between: () => rollUpUsage(sequelize),
    };
    print(inFlight, await takeTurns(candidates, options));
  }
  say(`\ndrift ${JSON.stringify(await usageDrift(sequelize))}`);
} finally {
  await pool.end();
  await drop();
}
