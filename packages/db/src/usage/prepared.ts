import type { Sequelize } from 'sequelize';
import { isConnectionFailure, isLostRace } from '../errors.js';
import { currentTransaction } from '../transaction-context.js';

/** A statement that each connection plans once; planning these costs more than running them. */
export interface Prepared {
  name: string;
  text: string;
}

/** What a statement gave, and how many rows it gave or wrote. */
interface Answer<Row> {
  rows: Row[];
  rowCount: number | null;
}

/** What is used of the driver's connection, and Sequelize's types leave out. */
interface Connection {
  query(config: Prepared & { values: unknown[] }): Promise<Answer<unknown>>;
}

/** Runs a prepared statement: in the transaction of the calling code, or by itself on a connection of the pool. */
export async function runPrepared<Row>(
  sequelize: Sequelize,
  statement: Prepared,
  values: unknown[],
): Promise<Answer<Row>> {
  const transaction = currentTransaction() as { connection?: Connection } | undefined; // missing in its types
  if (transaction) {
    if (!transaction.connection) throw new Error('The transaction has ended');
    return answerOf(transaction.connection, statement, values);
  }
  const { connectionManager } = sequelize;
  const connection = (await connectionManager.getConnection({ type: 'write' })) as Connection; // pg's own client
  try {
    const answer = await answerOf<Row>(connection, statement, values);
    connectionManager.releaseConnection(connection);
    return answer;
  } catch (error) {
    if (isConnectionFailure(error)) await connectionManager.destroyConnection(connection);
    else connectionManager.releaseConnection(connection);
    throw error;
  }
}

function answerOf<Row>(connection: Connection, { name, text }: Prepared, values: unknown[]): Promise<Answer<Row>> {
  const answer = connection.query({ name: `${name}_${ageOf(connection, name)}`, text, values });
  return answer as Promise<Answer<Row>>; // the caller knows what its statement selects
}

const runs = new WeakMap<Connection, Map<string, number>>();

/**
 * How often a connection has run a statement, in digits. With each more it is planned anew: the plan that was best
 * while the ledger had a handful of rows reads all of it when it has thousands.
 */
function ageOf(connection: Connection, name: string): number {
  const counts = runs.get(connection) ?? new Map<string, number>();
  const count = (counts.get(name) ?? 0) + 1;
  runs.set(connection, counts.set(name, count));
  return String(count).length;
}

/** One array per column, as `unnest` takes them. */
export function columnsOf<Item extends object>(items: readonly Item[], keys: readonly (keyof Item)[]): unknown[][] {
  return keys.map((key) => items.map((item) => written(item[key])));
}

/** The values of one item, in the order of its columns. */
export function valuesOf<Item extends object>(item: Item, keys: readonly (keyof Item)[]): unknown[] {
  return keys.map((key) => written(item[key]));
}

// The driver would write a date part by part, in the zone of this process.
const written = (value: unknown) => (value instanceof Date ? value.toISOString() : value);

/** What a request is called: ids are chosen by each admin alone. */
export interface Named {
  adminId: string;
  requestId: string;
}

// An admin's id holds no space.
const nameOf = ({ adminId, requestId }: Named) => `${adminId} ${requestId}`;

/** Whether each request is the first of its name among those that share a statement. */
export function firstOfEach(requests: readonly Named[]): boolean[] {
  const seen = new Set<string>();
  return requests.map((request) => seen.size < seen.add(nameOf(request)).size);
}

/** What a plain statement does for one request, and for several that each have a name of their own. */
interface Forms<Request extends Named, Result> {
  one: (request: Request) => Promise<Result | null>;
  many: (requests: readonly Request[]) => Promise<readonly (Named & Result)[]>;
}

/**
 * Runs the form for one or for several requests, and gives each what came under its name. A name that comes twice goes
 * to the first; the others, like those for which nothing came, get null. So do all when one of them met another process
 * that was writing the same: the form for every case tells them apart.
 */
export async function runPlain<Request extends Named, Result>(
  requests: readonly Request[],
  { one, many }: Forms<Request, Result>,
): Promise<(Result | null)[]> {
  try {
    const [first] = requests;
    if (first && requests.length === 1) return [await one(first)];
    const isFirst = firstOfEach(requests);
    const results = await many(requests.filter((_request, index) => isFirst[index]));
    const named = new Map(results.map((result) => [nameOf(result), result]));
    return requests.map((request, index) => (isFirst[index] && named.get(nameOf(request))) || null);
  } catch (error) {
    if (isLostRace(error)) return requests.map(() => null);
    throw error;
  }
}
