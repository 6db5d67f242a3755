import { DataFolderLockedError, DataFolderUnusableError } from '../embedded/embedded-database.js';
import { DomainError, fromDatabase } from '../errors.js';
import { EnvError } from './data-environment.js';

/** What an operator reads when a program cannot go on: a sentence where they can mend it, else the stack. */
export function operatorMessage(thrown: unknown): string {
  const error = fromDatabase(thrown);
  if (!(error instanceof Error)) return 'unknown failure';
  const mendable = [EnvError, DomainError, DataFolderLockedError, DataFolderUnusableError].some(
    (kind) => error instanceof kind,
  );
  return mendable ? error.message : (error.stack ?? error.message);
}
