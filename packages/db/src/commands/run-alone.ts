import { QueryTypes, type Sequelize } from 'sequelize';
import type { Database } from '../database.js';
import { EnvError } from '../environment/data-environment.js';

/**
 * Runs `work` unless another process on the same data is running the same. Nothing is left behind by a process that
 * is killed. Embedded data has one process at a time anyway, and one connection, which this would keep from `work`.
 */
export async function runAlone<T>({ sequelize, embedded }: Database, name: string, work: () => Promise<T>): Promise<T> {
  if (embedded) return work();
  // An open transaction holds the lock on a connection of its own, also through a pooler; `work` has others.
  const holder = await sequelize.transaction();
  try {
    await lock(sequelize, name, holder);
    return await work();
  } finally {
    await holder.rollback();
  }
}

async function lock(sequelize: Sequelize, name: string, transaction: Awaited<ReturnType<Sequelize['transaction']>>) {
  await sequelize.query('set local idle_in_transaction_session_timeout = 0', { transaction });
  const [row] = await sequelize.query<{ free: boolean }>('select pg_try_advisory_xact_lock(hashtext($name)) as free', {
    bind: { name: `ai-providers ${name}` },
    transaction,
    type: QueryTypes.SELECT,
  });
  if (!row?.free) throw new EnvError(`${name} is running already, in another process. Wait until it has ended.`);
}
