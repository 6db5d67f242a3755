import type { Sequelize } from 'sequelize';
import { isFaultOfValues } from '../errors.js';
import { GroupCommit } from '../group-commit.js';
import { lanesOf } from './lanes.js';
import { onePerDatabase } from '../per-database.js';
import { columnsOf, firstOfEach, runPlain, runPrepared, valuesOf, type Named, type Prepared } from './prepared.js';
import { refundStatement, settleManyPlain, settleOnePlain, settleStatement } from './settlement-sql.js';
import { currentTransaction } from '../transaction-context.js';

/** Names one request of one admin, and says when it ended. */
interface Ending extends Named {
  at: Date;
}

export interface SettleRequest extends Ending {
  status: string;
  inputTokens: number | null;
  outputTokens: number | null;
  latencyMs: number | null;
}

export interface Settled {
  status: string;
  latencyMs: number | null;
  inputTokens: number | null;
  outputTokens: number | null;
  cost: string | null;
  settledAt: Date;
}

export interface Refunded {
  settledAt: Date;
}

/** The row that a request has now, and the state it was found in; null where there is none. */
export type Ended<Row> = { before: 'reserved' | 'settled' | 'refunded' | 'expired'; row: Row } | null;

type Found<Row> = Row & { ord: string | null; before: string | null; id: string | null; found_id: string | null };

interface Priced {
  cost: string | null;
}

const settleColumns = ['adminId', 'requestId', 'status', 'inputTokens', 'outputTokens', 'latencyMs', 'at'] as const;
const refundColumns = ['adminId', 'requestId', 'at'] as const;

/** Settles a request where it still can be. */
export async function settle(sequelize: Sequelize, request: SettleRequest): Promise<Ended<Settled>> {
  const plain = currentTransaction() ? null : await plainGroupOf(sequelize).submit(request);
  return plain ?? settleAny(sequelize, request);
}

const settleAny = together<SettleRequest, Settled>(settleStatement, settleColumns);
const plainGroupOf = onePerDatabase(
  (sequelize) =>
    new GroupCommit<SettleRequest, Ended<Settled>>({
      ...lanesOf(sequelize),
      laneBy: ({ adminId }) => adminId,
      run: (requests) => settlePlain(sequelize, requests),
      isOneItemsFault: isFaultOfValues,
    }),
);

/** Settles those that are reserved; null for the others. What was written is what was told, but for the cost. */
async function settlePlain(sequelize: Sequelize, requests: readonly SettleRequest[]): Promise<Ended<Settled>[]> {
  const priced = await runPlain<SettleRequest, Priced>(requests, {
    async one(request) {
      const { rows } = await runPrepared<Priced>(sequelize, settleOnePlain, valuesOf(request, settleColumns));
      return rows[0] ?? null;
    },
    async many(several) {
      const values = [...columnsOf(several, settleColumns), several.length];
      const { rows } = await runPrepared<Named & Priced>(sequelize, settleManyPlain, values);
      return rows;
    },
  });
  return requests.map(({ status, latencyMs, inputTokens, outputTokens, at }, index) => {
    const row = priced[index];
    if (!row) return null;
    return {
      before: 'reserved',
      row: { status, latencyMs, inputTokens, outputTokens, cost: row.cost, settledAt: at },
    };
  });
}

/** Refunds a request where it still can be. */
export const refund = together<Ending, Refunded>(refundStatement, refundColumns);

function together<Request extends Ending, Row>(statement: Prepared, columns: readonly (keyof Request)[]) {
  async function run(sequelize: Sequelize, requests: readonly Request[]): Promise<Ended<Row>[]> {
    const values = [...columnsOf(requests, columns), firstOfEach(requests), requests.length];
    const { rows } = await runPrepared<Found<Row>>(sequelize, statement, values);
    const changed = new Map(rows.flatMap((row) => (row.id === null ? [] : [[row.id, row]])));
    const found = new Map(rows.flatMap((row) => (row.ord === null ? [] : [[Number(row.ord), row]])));
    return requests.map((_request, index) => {
      const row = found.get(index + 1);
      return row ? ({ before: row.before, row: changed.get(row.found_id ?? '') ?? row } as Ended<Row>) : null; // as the statement selects
    });
  }

  const groupOf = onePerDatabase(
    (sequelize) =>
      new GroupCommit<Request, Ended<Row>>({
        run: (requests) => run(sequelize, requests),
        isOneItemsFault: isFaultOfValues,
      }),
  );

  return async (sequelize: Sequelize, request: Request): Promise<Ended<Row>> => {
    if (!currentTransaction()) return groupOf(sequelize).submit(request);
    const [answer = null] = await run(sequelize, [request]);
    return answer;
  };
}
