import type { TokenRotateInput, TokenUpdateInput } from '@ai-providers/contracts';
import { audited, type AuditOrigin } from '../audit/audited.js';
import { changesOf } from '../audit/changes.js';
import { DomainError } from '../errors.js';
import { ApiToken } from '../models/api-token.js';
import { User } from '../models/user.js';
import { portsOf } from '../ports.js';
import { saveNewToken, tokenTarget, type MadeToken } from './api-tokens.js';
import { lockRecord } from './lock-record.js';
import { withProviders } from './token-providers.js';

const hour = 3_600_000;

/** Changes what people call a token; what it may do never changes. @throws DomainError as `lockRecord` does */
export async function updateApiToken(
  { publicId, patch, expectedUpdatedAt }: TokenUpdateInput,
  by: AuditOrigin,
): Promise<ApiToken> {
  return audited(by, async () => {
    const record = await lockToken(publicId, expectedUpdatedAt);
    record.set(patch);
    const changes = changesOf(record);
    await record.save();
    return [record, { action: 'token.update', target: tokenTarget(record), changes }];
  });
}

/**
 * Puts a new token in the place of another: with its name, its rights, its limits and its end. The old one goes on
 * working for the hours of grace, or ends at once.
 * @throws DomainError `TOKEN_NOT_ACTIVE` for one that has ended or was replaced before
 */
export async function rotateApiToken(
  { publicId, graceHours }: TokenRotateInput,
  by: AuditOrigin,
): Promise<MadeToken & { replaced: ApiToken }> {
  return audited(by, async () => {
    const replaced = await lockToken(publicId);
    const { user, name, scopes, allowedIps, expiresAt, providers = [] } = replaced;
    if (replaced.state !== 'active' || replaced.replacedAt || !user)
      throw new DomainError('TOKEN_NOT_ACTIVE', 'This token has ended or was replaced before');
    const facts = { name, scopes, allowedIps, expiresAt };
    const made = await saveNewToken(user, facts, replaced.allProviders ? null : providers);
    endAfter(replaced, graceHours);
    const changes = changesOf(replaced).filter(({ field }) => field !== 'isActive' && field !== 'replacedAt');
    await replaced.save();
    changes.push({ field: 'replacedBy', to: made.record.publicId });
    return [
      { ...made, replaced },
      { action: 'token.rotate', target: tokenTarget(replaced), changes },
    ];
  });
}

function endAfter(record: ApiToken, graceHours: number): void {
  const now = portsOf(record.sequelize).now();
  record.replacedAt = now;
  if (graceHours === 0) {
    record.set({ revokedAt: now, isActive: false });
    return;
  }
  const end = new Date(now.getTime() + graceHours * hour);
  if (!record.expiresAt || record.expiresAt > end) record.expiresAt = end;
}

/** Ends a token at once. Ending it again changes nothing. */
export async function revokeApiToken(publicId: string, by: AuditOrigin): Promise<ApiToken> {
  return audited(by, async () => {
    const record = await lockToken(publicId);
    if (!record.revokedAt) await record.update({ revokedAt: portsOf(record.sequelize).now(), isActive: false });
    return [record, { action: 'token.revoke', target: tokenTarget(record) }];
  });
}

async function lockToken(publicId: string, expectedUpdatedAt?: string): Promise<ApiToken> {
  const record = await lockRecord(ApiToken, publicId, expectedUpdatedAt);
  record.user = (await User.findByPk(record.userId)) ?? undefined;
  await withProviders([record]);
  return record;
}
