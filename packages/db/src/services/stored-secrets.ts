import { Op, QueryTypes, type Sequelize } from 'sequelize';
import { DomainError } from '../errors.js';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import { AIProvider } from '../models/ai-provider.js';
import { portsOf } from '../ports.js';
import { checkSecrets } from '../secrets-check.js';
import { SecretUnreadableError } from '../secrets/secret-box.js';

/** One stored API key as its row holds it, for work on all of them. */
export interface StoredSecret {
  table: 'ai_providers' | 'admin_provider_settings';
  id: string;
  /** The row in words; no part of its secret. */
  label: string;
  /** The slug of the provider, and the email of the admin whose own key it is. */
  provider: string;
  admin: string | null;
  token: string;
  binding: string | null;
  /** What its token is bound to. */
  place: readonly string[];
}

/**
 * Whether a stored key can be used: `readable` yes, `unbound` once it was adopted, `misplaced` no, its token is that of
 * another row, `unreadable` no, none of our keys opens it.
 */
export type SecretCondition = 'readable' | 'unbound' | 'misplaced' | 'unreadable';

const batchSize = 500;
/** The column that holds the token; its companions are named after it. */
export const tokenColumns = {
  ai_providers: 'shared_api_key',
  admin_provider_settings: 'personal_api_key',
} as const satisfies Record<StoredSecret['table'], string>;

/** Every stored key in the order of its id, some hundreds at a time; what is stored meanwhile comes in its turn. */
export async function* storedSecrets(): AsyncGenerator<StoredSecret[]> {
  for (const load of [providerSecrets, settingsSecrets]) {
    for (let after = '0'; ;) {
      const batch: StoredSecret[] = await load({ [Op.gt]: after });
      if (batch.length > 0) yield batch;
      after = batch.at(-1)?.id ?? after;
      if (batch.length < batchSize) break;
    }
  }
}

/**
 * Up to `count` stored keys behind a place in that order, or from the first on, and the place of the last one.
 * @returns `through` null where no more follow
 */
export async function secretsAfter(
  after: string | null,
  count: number,
): Promise<{ secrets: StoredSecret[]; through: string | null }> {
  const id = after?.slice(1) ?? '0';
  const providers = after?.startsWith('s') ? [] : await providerSecrets({ [Op.gt]: id }, count + 1);
  const rest = count + 1 - providers.length;
  const settings = rest > 0 ? await settingsSecrets({ [Op.gt]: after?.startsWith('s') ? id : '0' }, rest) : [];
  const found = [...providers, ...settings];
  const secrets = found.slice(0, count);
  const last = secrets.at(-1);
  const through = last && found.length > count ? `${last.table === 'ai_providers' ? 'p' : 's'}${last.id}` : null;
  return { secrets, through };
}

/** The same secret as it is stored now; null when it was removed. */
export async function reloadSecret({ table, id }: StoredSecret): Promise<StoredSecret | null> {
  const [now] = await (table === 'ai_providers' ? providerSecrets : settingsSecrets)({ [Op.eq]: id });
  return now ?? null;
}

export async function countSecrets(): Promise<number> {
  const [providers, settings] = await Promise.all([
    AIProvider.count({ where: { sharedApiKey: { [Op.ne]: '' } } }),
    AdminProviderSettings.count({ where: { personalApiKey: { [Op.ne]: '' } } }),
  ]);
  return providers + settings;
}

/**
 * Writes a token in another form beside its binding, unless the row was changed since it was read. It is the same
 * key: neither the row nor the key counts as edited.
 * @returns whether it was written
 */
export async function replaceSecret(old: StoredSecret, now: { token: string; binding: string }): Promise<boolean> {
  const column = tokenColumns[old.table];
  const rows = await secretsConnection().query(
    `update ${old.table} set ${column} = $token, ${column}_binding = $binding
     where id = $id and ${column} = $oldToken and ${column}_binding is not distinct from $oldBinding returning id`,
    { bind: { ...now, id: old.id, oldToken: old.token, oldBinding: old.binding }, type: QueryTypes.SELECT },
  );
  return rows.length > 0;
}

export function conditionOf({ token, binding, place }: StoredSecret): SecretCondition {
  const { secrets } = portsOf(secretsConnection());
  if (!secrets.isSealed(token)) return 'unreadable';
  if (binding === null) return 'unbound';
  return secrets.isBound(place, token, binding) ? 'readable' : 'misplaced';
}

/** The plaintext of a token; null where no key of ours opens it, or nothing is in it. */
export function openToken(token: string): string | null {
  const { secrets } = portsOf(secretsConnection());
  try {
    return secrets.open(token) || null;
  } catch (error) {
    if (error instanceof SecretUnreadableError) return null;
    throw error;
  } finally {
    secrets.forget(token); // thousands pass by: none of them is to stay in memory
  }
}

/** @throws DomainError `ENCRYPTION_KEY_MISMATCH` unless a key of ours belongs to this database */
export async function requireRightKey(): Promise<void> {
  if ((await checkSecrets(secretsConnection())) !== 'mismatch') return;
  throw new DomainError(
    'ENCRYPTION_KEY_MISMATCH',
    'SECRET_KEY is not the one that this database was made with, and neither is any of SECRET_KEY_FALLBACKS. Nothing was changed.',
  );
}

/** The connection that the models with secrets are bound to. */
export function secretsConnection(): Sequelize {
  if (!AIProvider.sequelize) throw new Error('The models are not bound to a database: call createDatabase first');
  return AIProvider.sequelize;
}

type IdRange = { [Op.gt]: string } | { [Op.eq]: string };

async function providerSecrets(id: IdRange, limit = batchSize): Promise<StoredSecret[]> {
  const rows = await AIProvider.findAll({
    attributes: ['id', 'publicId', 'slug', 'sharedApiKey', 'sharedApiKeyBinding'],
    where: { id, sharedApiKey: { [Op.ne]: '' } },
    order: [['id', 'ASC']],
    limit,
  });
  return rows.map((row) => ({
    table: 'ai_providers',
    id: row.id,
    label: `the shared key of ${row.slug}`,
    provider: row.slug,
    admin: null,
    token: row.sharedApiKey,
    binding: textOrNull(row.getDataValue('sharedApiKeyBinding')),
    place: row.placeOfKey(),
  }));
}

async function settingsSecrets(id: IdRange, limit = batchSize): Promise<StoredSecret[]> {
  const rows = await AdminProviderSettings.findAll({
    attributes: ['id', 'publicId', 'adminId', 'providerId', 'personalApiKey', 'personalApiKeyBinding'],
    where: { id, personalApiKey: { [Op.ne]: '' } },
    include: [
      { association: 'admin', attributes: ['email'] },
      { association: 'provider', attributes: ['slug'] },
    ],
    order: [['id', 'ASC']],
    limit,
  });
  return rows.map((row) => ({
    table: 'admin_provider_settings',
    id: row.id,
    label: `the personal key of ${row.admin?.email} for ${row.provider?.slug}`,
    provider: row.provider?.slug ?? '',
    admin: row.admin?.email ?? '',
    token: row.personalApiKey,
    binding: textOrNull(row.getDataValue('personalApiKeyBinding')),
    place: row.placeOfKey(),
  }));
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
