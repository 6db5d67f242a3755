// How long a series and a summary of usage take over a large ledger, with the plan of the statement. By hand, never in the
// tests:
//
//   pnpm build && node bench/usage/series.mjs postgres://…/postgres [millions of requests, 10]
//
// It makes a database of its own on that server and drops it; ten million requests need about 5 GB meanwhile. They lie
// over 90 days, of 200 admins with three models each out of 50 of 10 providers. Figures are medians of 7 calls after two
// to warm up, in one process; a count of the ledger itself stands beside them for the ratio.
import { recountUsage, usageDrift, usageSeries, usageSummary } from '../../packages/db/dist/index.js';
import { openBench, pg, say } from '../support.mjs';

const [server, millions = '10'] = process.argv.slice(2);
const day = 86_400_000;
const perBatch = 500_000;

/** Requests by the number: the admin decides which three models are used, so that the sums are as sparse as they are in life. */
const fillSql = `
insert into usage_ledger (admin_id, request_id, provider_id, provider_slug, model_id, model_name, key_source, state, period,
  amount, reserved_at, expires_at, settled_at, status, latency_ms, input_tokens, output_tokens, price_input, price_output, cost)
select a, 'request-' || n, 1 + m % 10, 'provider-' || (1 + m % 10), 1 + m, 'model-' || (1 + m), 'shared', 'settled',
  date_trunc('month', t at time zone 'UTC')::date, 1, t, t + interval '15 minutes', t + interval '2 seconds',
  case when n % 50 = 0 then '500' else '200' end, 200 + n % 3000, n % 4000, n % 800, 1.5, 6,
  ((n % 4000) * 1.5 + (n % 800) * 6) * 0.000001
from (
  select n, 1 + (n * 7919) % 200 as a, ((1 + (n * 7919) % 200) * 13 + (n / 200) % 3 * 17) % 50 as m,
    timestamptz '2026-08-26 00:00:00Z' + ((n * 104729) % 7776000000) * interval '1 millisecond' as t
  from generate_series($1::bigint, $2::bigint) n
) r`;

async function fill(sequelize) {
  const total = Number(millions) * 1_000_000;
  for (let from = 1; from <= total; from += perBatch) {
    await sequelize.transaction(async () => {
      await sequelize.query('set local statement_timeout = 0');
      await sequelize.query(
        fillSql.replaceAll('$1', String(from)).replaceAll('$2', String(Math.min(total, from + perBatch - 1))),
      );
    });
    say(`  ${Math.min(total, from + perBatch - 1).toLocaleString('en')} requests`);
  }
}

async function median(call) {
  const times = [];
  for (let turn = 0; turn < 9; turn += 1) {
    const started = performance.now();
    await call();
    if (turn > 1) times.push(performance.now() - started);
  }
  return times.toSorted((a, b) => a - b)[3];
}

async function seconds(call) {
  const started = performance.now();
  const answer = await call();
  return [(performance.now() - started) / 1000, answer];
}

const until = Date.UTC(2026, 10, 24);
const { url, sequelize, drop } = await openBench(server, { now: () => new Date(until) });
const plain = new pg.Client({ connectionString: url });
try {
  await fill(sequelize);
  await plain.connect();
  await plain.query('vacuum analyze usage_ledger');
  const [counting] = await seconds(() => recountUsage(sequelize));
  await plain.query('vacuum analyze usage_rollups, usage_days');
  const { rows } = await plain.query(`select (select count(*) from usage_ledger) as ledger,
    (select count(*) from usage_rollups) as hours, (select count(*) from usage_days) as days`);
  say(
    `\nledger ${rows[0].ledger}, sums by the hour ${rows[0].hours}, by the day ${rows[0].days}; recounted in ${counting.toFixed(0)} s`,
  );

  const view = { adminId: null, costOf: null };
  const range = {
    from: new Date(until - 30 * day - 1_234_567).toISOString(),
    to: new Date(until - 1_234_567).toISOString(),
  };
  const ask = { ...range, groupBy: 'none', grain: 'day' };
  const statements = [];
  const { query } = sequelize;
  sequelize.query = (sql, options) => (statements.push([sql, options?.bind]), query.call(sequelize, sql, options));
  await usageSeries(sequelize, { ...ask, groupBy: 'provider' }, view);
  sequelize.query = query;

  const bare = await median(() =>
    plain.query(
      `select date_trunc('day', reserved_at, 'UTC'), provider_id, count(*) from usage_ledger
    where reserved_at >= $1 and reserved_at < $2 group by 1, 2`,
      [range.from, range.to],
    ),
  );
  const figures = {
    'series by the day': () => usageSeries(sequelize, ask, view),
    'series by the day and provider': () => usageSeries(sequelize, { ...ask, groupBy: 'provider' }, view),
    'series by the day and model': () => usageSeries(sequelize, { ...ask, groupBy: 'model' }, view),
    'series by the day and admin': () => usageSeries(sequelize, { ...ask, groupBy: 'admin' }, view),
    'series by the day, one admin': () =>
      usageSeries(sequelize, { ...ask, groupBy: 'provider' }, { ...view, adminId: '7' }),
    'series by the hour and provider': () =>
      usageSeries(sequelize, { ...ask, groupBy: 'provider', grain: 'hour' }, view),
    'summary by model': () => usageSummary(sequelize, { ...range, groupBy: 'model' }, view),
  };
  say(
    `\n30 days, to the second on both ends\n  ${'grouping the ledger itself'.padEnd(34)} ${bare.toFixed(0).padStart(6)} ms`,
  );
  for (const [what, call] of Object.entries(figures)) {
    const ms = await median(call);
    say(`  ${what.padEnd(34)} ${ms.toFixed(0).padStart(6)} ms  ${(bare / ms).toFixed(0)} x as fast`);
  }

  const [checking, drift] = await seconds(() => usageDrift(sequelize));
  say(`\ndrift ${JSON.stringify(drift)} in ${checking.toFixed(0)} s`);
  const [sql, bind] = statements.findLast(([text]) => text.includes('usage_days'));
  const literal = (value) =>
    value === null || value === undefined
      ? 'null'
      : typeof value === 'number'
        ? value
        : `'${value instanceof Date ? value.toISOString() : value}'`;
  const { rows: plan } = await plain.query(
    `explain (analyze, costs off) ${sql.replaceAll(/\$(\w+)/g, (_all, key) => literal(bind[key]))}`,
  );
  say('\nThe plan of the series by the day and provider:');
  for (const row of plan) say(`  ${row['QUERY PLAN']}`);
} finally {
  await plain.end();
  await drop();
}
