import type { SetupChecks } from '@ai-providers/contracts';

/** `note`: works, but somebody should know. */
export type CheckState = 'ok' | 'note' | 'bad';

/** One row: `is` names its sentence among those of `name`. */
export type Check =
  | { name: 'database'; is: SetupChecks['database'] | 'pending' | 'away'; state: CheckState; count?: number }
  | { name: 'cache'; is: SetupChecks['cache']; state: CheckState }
  | { name: 'secretKey'; is: SetupChecks['secretKey']; state: CheckState }
  | { name: 'publicUrl'; is: SetupChecks['publicUrl'] | 'local'; state: CheckState };

/** The rows of the first step. @param host the one in the browser's address */
export function checksOf(found: SetupChecks, host: string): Check[] {
  const { database, pendingMigrations, cache, secretKey } = found;
  const publicUrl = found.publicUrl === 'unset' && isLocal(host) ? 'local' : found.publicUrl;
  return [
    pendingMigrations > 0
      ? { name: 'database', is: 'pending', state: 'bad', count: pendingMigrations }
      : { name: 'database', is: database, state: 'ok' },
    { name: 'cache', is: cache, state: cache === 'down' ? 'note' : 'ok' },
    { name: 'secretKey', is: secretKey, state: secretKeyStates[secretKey] },
    { name: 'publicUrl', is: publicUrl, state: publicUrl === 'same' || publicUrl === 'local' ? 'ok' : 'note' },
  ];
}

/** What is known where the database does not answer. */
export const databaseAway: Check[] = [{ name: 'database', is: 'away', state: 'bad' }];

const secretKeyStates = { ok: 'ok', mismatch: 'bad', unchecked: 'note' } as const;

function isLocal(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}
