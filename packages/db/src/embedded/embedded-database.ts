import { resolve } from 'node:path';
import type { Duplex } from 'node:stream';
import { PGlite } from '@electric-sql/pglite';
import type { Log } from '../log.js';
import { EmbeddedConnection } from './connection.js';
import { codeOf, DataFolderUnusableError, makeFolder, orUnusable, prepareCluster } from './data-folder.js';
import { lockFolder } from './folder-lock.js';
import { Session } from './session.js';

export { DataFolderLockedError } from './folder-lock.js';
export { DataFolderUnusableError } from './data-folder.js';

/** Options for Sequelize that reach the embedded database, and how to close it. */
export interface EmbeddedDatabase {
  readonly sequelizeOptions: {
    dialect: 'postgres';
    username: string;
    database: string;
    dialectOptions: { ssl: false; stream(): Duplex };
    pool: { max: 1; min: number; idle: number; evict: number; acquire: number };
  };
  /** After Sequelize has closed. Writes everything to its place and gives the folder back; may be called again. */
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The folder that holds the database; '' keeps it in memory. */
  dataDir: string;
  /** A dumped database to begin with, instead of an empty one. */
  loadDataDir?: Blob;
  log: Log;
}

/**
 * Opens the database inside this process.
 * @throws DataFolderLockedError, DataFolderUnusableError
 */
export async function openEmbeddedDatabase({ dataDir, loadDataDir, log }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { db, unlock } = dataDir ? await openFolder(resolve(dataDir), loadDataDir) : await openInMemory(loadDataDir);
  const session = new Session(db, log);
  const open = new Set<EmbeddedConnection>();
  let closing: Promise<void> | undefined;
  return {
    sequelizeOptions: {
      dialect: 'postgres',
      username: 'postgres',
      database: 'postgres',
      dialectOptions: {
        ssl: false, // whatever PGSSLMODE says: the bytes never leave the process
        stream: () => {
          const connection = new EmbeddedConnection(session);
          open.add(connection);
          return connection.once('close', () => open.delete(connection));
        },
      },
      // One session. A burst waits in line: every statement is short, and there is no other server to ask.
      pool: { max: 1, min: 0, idle: 60_000, evict: 10_000, acquire: 15_000 },
    },
    close() {
      closing ??= shutDown({ session, open, unlock });
      return closing;
    },
  };
}

interface Running {
  session: Session;
  open: Set<EmbeddedConnection>;
  unlock(): void;
}

async function shutDown({ session, open, unlock }: Running): Promise<void> {
  try {
    for (const connection of open) connection.destroy();
    await session.close();
  } finally {
    unlock();
  }
}

async function openInMemory(loadDataDir: Blob | undefined) {
  return { db: await PGlite.create({ loadDataDir, startParams }), unlock() {} };
}

async function openFolder(folder: string, loadDataDir: Blob | undefined) {
  makeFolder(folder);
  const lock = orUnusable(folder, () => lockFolder(folder));
  try {
    const cluster = prepareCluster(folder);
    const db = await startIn(folder, cluster.path, loadDataDir);
    cluster.completed();
    return { db, unlock: () => lock.release() };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function startIn(folder: string, path: string, loadDataDir: Blob | undefined): Promise<PGlite> {
  let complaint: string | undefined;
  const onStderr = (line: string) => {
    complaint ??= /(?:FATAL|PANIC): +(.*)/.exec(line)?.[1];
    return true;
  };
  try {
    return await PGlite.create(path, { loadDataDir, startParams, onStderr });
  } catch (error) {
    const reason = complaint ?? codeOf(error) ?? (error instanceof Error ? error.message : 'unknown');
    throw new DataFolderUnusableError(
      folder,
      `its database does not start (${reason})`,
      'Restore a backup into another DATA_DIR, and keep this folder until that works',
    );
  }
}

// PGlite does not survive the overflow of its stack. Far below that, PostgreSQL itself refuses such a statement.
const startParams = [...PGlite.defaultStartParams, '-c', 'max_stack_depth=200kB'];
