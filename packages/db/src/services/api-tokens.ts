import type { TokenCreateInput } from '@ai-providers/contracts';
import { audited, type AuditOrigin, type AuditTarget } from '../audit/audited.js';
import { DomainError } from '../errors.js';
import type { AIProvider } from '../models/ai-provider.js';
import { ApiToken, type ApiTokenAttributes } from '../models/api-token.js';
import type { AuditChange } from '../models/audit-entry.js';
import { User } from '../models/user.js';
import { portsOf } from '../ports.js';
import { findTokenProviders, withProviders } from './token-providers.js';
import { isTokenShaped, newToken } from './token-format.js';
import { hashToken } from './sessions.js';

const minute = 60_000;

/** A token in clear, which is stored nowhere, and its record. */
export interface MadeToken {
  token: string;
  record: ApiToken;
}

/**
 * Makes a token for its owner.
 * @throws DomainError `EXPIRY_IN_PAST`, or `NOT_FOUND` for a provider that the owner may not know of
 */
export async function createApiToken(owner: User, input: TokenCreateInput, by: AuditOrigin): Promise<MadeToken> {
  const { now } = portsOf(owner.sequelize);
  const { name, scopes, providers: slugs, allowedIps = [] } = input;
  const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null;
  if (expiresAt && expiresAt <= now())
    throw new DomainError('EXPIRY_IN_PAST', 'The expiry must lie in the future', { field: 'expiresAt' });
  const providers = slugs ? await findTokenProviders(slugs, owner) : null;
  return audited(by, async () => {
    const made = await saveNewToken(owner, { name, scopes, allowedIps, expiresAt }, providers);
    const changes: AuditChange[] = [
      { field: 'scopes', to: scopes },
      { field: 'expiresAt', to: expiresAt?.toISOString() ?? null },
    ];
    if (slugs) changes.push({ field: 'providers', to: slugs });
    if (allowedIps.length > 0) changes.push({ field: 'allowedIps', to: allowedIps });
    return [made, { action: 'token.create', target: tokenTarget(made.record), changes }];
  });
}

/** Stores a new token with what it is limited to. `providers` null is for all. */
export async function saveNewToken(
  owner: User,
  facts: Pick<ApiTokenAttributes, 'name' | 'scopes' | 'allowedIps' | 'expiresAt'>,
  providers: AIProvider[] | null,
): Promise<MadeToken> {
  const token = newToken();
  const record = await ApiToken.create({
    ...facts,
    userId: owner.id,
    tokenHash: hashToken(token),
    last4: token.slice(-4),
    allProviders: providers === null,
  });
  if (providers) await record.setProviders(providers);
  return { token, record: Object.assign(record, { user: owner, providers: providers ?? [] }) };
}

/** The live token behind a bearer header, with its active owner. A mistyped one costs no query. */
export async function findApiToken(token: string): Promise<ApiToken | null> {
  if (!isTokenShaped(token)) return null;
  const record = await ApiToken.findOne({
    where: { tokenHash: hashToken(token) },
    include: [{ model: User, as: 'user', required: true, where: { isActive: true } }],
  });
  if (record?.state !== 'active') return null;
  const [found] = await withProviders([record]);
  return found ?? null;
}

/** Notes when and where a token was used, or refused: at most once a minute each, since a program makes many calls. */
export async function noteTokenUse(record: ApiToken, ip: string | null, { refused = false } = {}): Promise<void> {
  const now = portsOf(record.sequelize).now();
  const before = refused ? record.lastRefusedAt : record.lastUsedAt;
  if (before && now.getTime() - before.getTime() < minute) return;
  const note = refused ? { lastRefusedAt: now, lastRefusedIp: ip } : { lastUsedAt: now, lastUsedIp: ip };
  await record.update(note, { silent: true });
}

/** A token with its owner and its providers. */
export async function findTokenWithOwner(publicId: string): Promise<ApiToken | null> {
  const record = await ApiToken.findOne({
    where: { publicId },
    include: [{ model: User, as: 'user', required: true }],
  });
  return record && ((await withProviders([record]))[0] ?? null);
}

/** How an audit row names a token. */
export function tokenTarget(record: ApiToken): AuditTarget {
  return { type: 'token', publicId: record.publicId, label: record.name };
}
