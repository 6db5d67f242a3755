import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The data folder cannot hold the embedded database, or holds something else. */
export class DataFolderUnusableError extends Error {
  constructor(
    readonly folder: string,
    reason: string,
    cure: string,
  ) {
    super(`The data folder ${folder} cannot be used: ${reason}. ${cure}`);
    this.name = 'DataFolderUnusableError';
  }
}

/** The PostgreSQL that our PGlite is made of; its files fit no other. */
export const clusterVersion = '18';

/** Makes the folder when it is absent, for its owner alone. */
export function makeFolder(folder: string): void {
  orUnusable(folder, () => mkdirSync(folder, { recursive: true, mode: 0o700 }));
}

/** Runs a step on the file system and says which folder it failed on. */
export function orUnusable<T>(folder: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    throw new DataFolderUnusableError(
      folder,
      `it cannot be written (${code})`,
      'Give this user the right to write there, or choose another DATA_DIR',
    );
  }
}

/** The place of the database's own files, and what to call once they are complete. */
export interface Cluster {
  path: string;
  completed(): void;
}

/**
 * Finds the database in a locked folder, or prepares the place for a new one. Refuses, and changes nothing, where
 * somebody else's files are.
 */
export function prepareCluster(folder: string): Cluster {
  const path = join(folder, 'pgdata');
  const unfinished = join(folder, 'pgdata-unfinished');
  // Nobody has been told yet that a database exists here: what a crash left of its making may go.
  if (existsSync(unfinished)) rmSync(path, { recursive: true, force: true });
  refuseForeign(folder, path);
  return orUnusable(folder, () => {
    if (existsSync(join(path, 'PG_VERSION'))) return { path, completed() {} };
    writeFileSync(unfinished, '');
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return { path, completed: () => rmSync(unfinished) };
  });
}

function refuseForeign(folder: string, path: string): void {
  const anotherFolder = 'Nothing was changed. Choose another DATA_DIR';
  if (existsSync(join(folder, 'PG_VERSION'))) {
    throw new DataFolderUnusableError(
      folder,
      'it belongs to a PostgreSQL server',
      `${anotherFolder}, or reach that server with DATABASE_URL`,
    );
  }
  if (!existsSync(path) || readdirSync(path).length === 0) return;
  const versionFile = join(path, 'PG_VERSION');
  if (!existsSync(versionFile))
    throw new DataFolderUnusableError(folder, 'pgdata in it is not a database', anotherFolder);
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version === clusterVersion) return;
  throw new DataFolderUnusableError(
    folder,
    `pgdata in it was made by PostgreSQL ${version}, and this program needs ${clusterVersion}`,
    `${anotherFolder}, or open it with the release that made it and carry its data over with backup and restore`,
  );
}

/** What the operating system calls the failure, if it is one of its own. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
