import { AsyncLocalStorage } from 'node:async_hooks';
import { Sequelize, type Transaction, type TransactionOptions } from 'sequelize';

const store = new AsyncLocalStorage<Map<string, unknown>>();

/**
 * Gives Sequelize a continuation-local store, so that every query inside `sequelize.transaction(work)` joins that
 * transaction by itself. The embedded database has one connection: a query that forgot its transaction would
 * wait for ever for the connection that its own caller holds.
 */
export function joinTransactionsByContext(): void {
  Sequelize.useCLS({
    run: (work: (context: Map<string, unknown>) => unknown) => {
      const context = new Map(store.getStore());
      return store.run(context, () => work(context));
    },
    get: (key: string) => store.getStore()?.get(key),
    set: (key: string, value: unknown) => store.getStore()?.set(key, value),
    bind: (work: unknown) => work, // AsyncLocalStorage follows promises without help
  });
}

/** A connection whose transactions nest: one that is opened inside another is a savepoint of it, not a rival. */
export class JoiningSequelize extends Sequelize {
  override transaction(...args: unknown[]): Promise<never> {
    const [first, second] = args;
    const given = typeof first === 'function' ? first : second;
    const work = given as ((transaction: Transaction) => PromiseLike<unknown>) | undefined; // what its overloads take
    const options: TransactionOptions = typeof first === 'object' ? { ...first } : {};
    options.transaction ??= currentTransaction() ?? null;
    const begun = work ? super.transaction(options, work) : super.transaction(options);
    return begun as Promise<never>; // the overload that was called says what it is
  }
}

/** The transaction that the calling code runs in. */
export function currentTransaction(): Transaction | undefined {
  return (store.getStore()?.get('transaction') ?? undefined) as Transaction | undefined; // Sequelize alone writes this key
}

type Nested = Transaction & { parent?: Nested };

/** Runs `work` once the outermost transaction has committed; at once where there is none. */
export async function afterCommit(
  transaction: Transaction | null | undefined,
  work: () => Promise<void>,
): Promise<void> {
  if (!transaction) return work();
  let outermost = transaction as Nested; // `parent` is missing in Sequelize's types
  while (outermost.parent) outermost = outermost.parent;
  outermost.afterCommit(work);
}
