import { Op, type WhereOptions } from 'sequelize';
import type { TokenCreateInput, TokenListInput } from '@ai-providers/contracts';
import { audited, type AuditOrigin } from '../audit/audited.js';
import { DomainError } from '../errors.js';
import { ApiToken } from '../models/api-token.js';
import { User } from '../models/user.js';
import { portsOf } from '../ports.js';
import { isTokenShaped, newToken } from './token-format.js';
import { lockRecord } from './lock-record.js';
import { allOf, contains } from './search.js';
import { hashToken } from './sessions.js';

const minute = 60_000;

/** Makes a token for its owner. @returns the token itself, which is stored nowhere, and its record */
export async function createApiToken(
  owner: User,
  input: TokenCreateInput,
  by: AuditOrigin,
): Promise<{ token: string; record: ApiToken }> {
  const { now } = portsOf(owner.sequelize);
  const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null;
  if (expiresAt && expiresAt <= now())
    throw new DomainError('EXPIRY_IN_PAST', 'The expiry must lie in the future', { field: 'expiresAt' });
  const token = newToken();
  const record = ApiToken.build({
    userId: owner.id,
    name: input.name,
    tokenHash: hashToken(token),
    last4: token.slice(-4),
    scopes: input.scopes,
    expiresAt,
  });
  record.user = owner;
  return audited(by, async () => {
    await record.save();
    const changes = [
      { field: 'scopes', to: input.scopes },
      { field: 'expiresAt', to: expiresAt?.toISOString() ?? null },
    ];
    return [
      { token, record },
      { action: 'token.create', target: tokenTarget(record), changes },
    ];
  });
}

/** The live token behind a bearer header, with its active owner. A mistyped one costs no query. */
export async function findApiToken(token: string): Promise<ApiToken | null> {
  if (!isTokenShaped(token)) return null;
  const record = await ApiToken.findOne({
    where: { tokenHash: hashToken(token) },
    include: [{ model: User, as: 'user', required: true, where: { isActive: true } }],
  });
  if (record?.state !== 'active') return null;
  const now = portsOf(record.sequelize).now();
  const age = record.lastUsedAt ? now.getTime() - record.lastUsedAt.getTime() : Infinity;
  if (age >= minute) await record.update({ lastUsedAt: now }, { silent: true });
  return record;
}

/** One page of tokens, newest first; of one owner, or of everybody. */
export async function listApiTokens(input: TokenListInput, owner: User | null) {
  const where: WhereOptions[] = [];
  if (owner) where.push({ userId: owner.id });
  if (input.search) where.push(contains(['ApiToken.name'], input.search));
  const { rows, count } = await ApiToken.findAndCountAll({
    where: allOf(where),
    include: [{ model: User, as: 'user', required: true, ...(input.owner && { where: { publicId: input.owner } }) }],
    order: [
      ['createdAt', 'DESC'],
      ['id', 'DESC'],
    ],
    limit: input.pageSize,
    offset: (input.page - 1) * input.pageSize,
  });
  return { tokens: rows, total: count };
}

/** Ends a token at once. Ending it again changes nothing. */
export async function revokeApiToken(publicId: string, by: AuditOrigin): Promise<ApiToken> {
  return audited(by, async () => {
    const record = await lockRecord(ApiToken, publicId);
    if (!record.revokedAt) await record.update({ revokedAt: portsOf(record.sequelize).now(), isActive: false });
    record.user = (await User.findOne({ where: { id: { [Op.eq]: record.userId } } })) ?? undefined;
    return [record, { action: 'token.revoke', target: tokenTarget(record) }];
  });
}

/** A token with its owner. */
export async function findTokenWithOwner(publicId: string): Promise<ApiToken | null> {
  return ApiToken.findOne({ where: { publicId }, include: [{ model: User, as: 'user', required: true }] });
}

function tokenTarget(record: ApiToken) {
  return { type: 'token', publicId: record.publicId, label: record.name };
}
