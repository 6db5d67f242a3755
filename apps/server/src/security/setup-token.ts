import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { Sequelize } from 'sequelize';
import { readState, writeState, type SecretBox } from '@ai-providers/db';

/** The secret of the one-time link to the set-up. */
export interface SetupToken {
  readonly value: string;
  matches(given: string): boolean;
}

/**
 * Derived from SECRET_KEY and this installation's own id: the same on every instance, stored nowhere, and of no
 * more use once the first user exists.
 */
export async function createSetupToken(sequelize: Sequelize, secrets: SecretBox): Promise<SetupToken> {
  const installation = await sequelize.transaction(async () => {
    await sequelize.query("select pg_advisory_xact_lock(hashtext('ai-providers installation'))");
    const known = await readState(sequelize, 'installation');
    if (known !== null) return known;
    const made = randomUUID();
    await writeState(sequelize, 'installation', made);
    return made;
  });
  const value = secrets.derive(`setup-token:${installation}`, 24).toString('base64url');
  return {
    value,
    matches: (given) => safeEqual(Buffer.from(given), Buffer.from(value)),
  };
}

function safeEqual(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
