import type { Model, ModelStatic, Transaction } from 'sequelize';
import { CACHE_TIMEOUT } from '../cache/cache.js';
import { portsOf } from '../ports.js';
import { afterCommit } from '../transaction-context.js';
import type { Row, RowClass } from './row.js';

interface Options {
  /** Every key whose value the row is or was part of. */
  keysOf: (row: Row) => string[];
  /** Globs over the keys of a whole model. */
  patterns: readonly string[];
}

/** Cached projections of a model, cleared after commit by every way of writing that Sequelize has. */
export function CacheMixin<Base extends RowClass>(base: Base, { keysOf, patterns }: Options) {
  abstract class WithCache extends base {
    /** Seconds that a cached value lives at most. */
    static readonly CACHE_TIMEOUT = CACHE_TIMEOUT;

    /** Drops what is cached of this row. */
    clearCache(): Promise<void> {
      return portsOf(this.sequelize).cache.clear(this.cacheKeys());
    }

    cacheKeys(): string[] {
      return keysOf(this);
    }

    /** Drops every cached key that `pattern` matches (`*` stands for anything); all of the model's without one. */
    static async clearAllCache(this: { sequelize?: Row['sequelize'] }, pattern?: string): Promise<void> {
      const { cache } = portsOf(this.sequelize);
      for (const each of pattern === undefined ? patterns : [pattern]) await cache.clearMatching(each);
    }
  }
  return WithCache;
}

type CachedModel = ModelStatic<Model & { cacheKeys(): string[] }> & { clearAllCache(pattern?: string): Promise<void> };
interface HookOptions {
  transaction?: Transaction | null;
}

/** Hangs the clearing on the model's hooks. */
export function installCacheHooks(model: CachedModel): void {
  const clearRow = (row: Model & { cacheKeys(): string[] }, { transaction }: HookOptions) => {
    const keys = row.cacheKeys(); // now, while `previous` still answers
    return afterCommit(transaction, () => portsOf(row.sequelize).cache.clear(keys));
  };
  const clearModel = ({ transaction }: HookOptions) => afterCommit(transaction, () => model.clearAllCache());
  model.afterCreate('cache', clearRow);
  model.afterUpdate('cache', clearRow);
  model.afterDestroy('cache', clearRow);
  model.afterBulkCreate('cache', (_rows, options) => clearModel(options));
  model.addHook('afterUpsert', 'cache', (_written, options) => clearModel(options));
  // Sequelize runs no row hooks for these two; one clearing of the whole model costs less than a hook per row.
  model.afterBulkUpdate('cache', clearModel);
  model.afterBulkDestroy('cache', clearModel);
}
