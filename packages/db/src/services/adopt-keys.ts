import { QueryTypes } from 'sequelize';
import { audited, bySystem } from '../audit/audited.js';
import { lastFourOf } from '../mixins/encrypted-api-key.js';
import { portsOf } from '../ports.js';
import {
  conditionOf,
  openToken,
  requireRightKey,
  secretsConnection,
  storedSecrets,
  tokenColumns,
  type StoredSecret,
} from './stored-secrets.js';

export interface AdoptionResult {
  /** The keys that can be used from now on, in words. */
  adopted: string[];
  /** Those that no key of ours opens: they are as they were. */
  unreadable: string[];
}

/**
 * Binds tokens that were copied from another deployment with the same SECRET_KEY to the rows that they are in. Only
 * tokens without any binding: one that is bound to another row was moved, and stays refused. All or nothing.
 * @throws DomainError `ENCRYPTION_KEY_MISMATCH`
 */
export async function adoptKeys(): Promise<AdoptionResult> {
  await requireRightKey();
  return audited(bySystem, async () => {
    // Whoever edits one of these rows is done within seconds; longer than a server waits.
    await secretsConnection().query("set local lock_timeout = '30s'");
    const result: AdoptionResult = { adopted: [], unreadable: [] };
    for await (const batch of storedSecrets()) {
      for (const secret of batch.filter(({ binding }) => binding === null)) {
        const plaintext = conditionOf(secret) === 'unbound' ? openToken(secret.token) : null;
        if (plaintext === null) result.unreadable.push(secret.label);
        else if (await adopt(secret, plaintext)) result.adopted.push(secret.label);
      }
    }
    const changes = [
      { field: 'adopted', to: result.adopted.length },
      { field: 'unreadable', to: result.unreadable.length },
    ];
    return [result, { action: 'keys.adopt', target: { type: 'system', publicId: null, label: 'keys' }, changes }];
  });
}

async function adopt({ table, id, place, token }: StoredSecret, plaintext: string): Promise<boolean> {
  const column = tokenColumns[table];
  const connection = secretsConnection();
  const binding = portsOf(connection).secrets.bind(place, token);
  const rows = await connection.query(
    `update ${table} set ${column}_binding = $binding, ${column}_last4 = $last4,
       ${column}_updated_at = coalesce(${column}_updated_at, updated_at)
     where id = $id and ${column} = $token and ${column}_binding is null returning id`,
    { bind: { id, token, binding, last4: lastFourOf(plaintext) }, type: QueryTypes.SELECT },
  );
  return rows.length > 0;
}
