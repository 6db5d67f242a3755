import { QueryTypes } from 'sequelize';
import type { Preferences } from '@ai-providers/contracts';
import { audited, type AuditOrigin } from '../audit/audited.js';
import { changesOf } from '../audit/changes.js';
import { notFound } from '../errors.js';
import { User } from '../models/user.js';
import { lockRecord } from './lock-record.js';
import { userTarget } from './user-target.js';

/** Changes what somebody may change of their own account. @throws DomainError `EMAIL_TAKEN`, `EDIT_CONFLICT` */
export async function updateProfile(
  user: User,
  change: { name?: string; email?: string },
  by: AuditOrigin,
  expectedUpdatedAt?: string,
): Promise<User> {
  return audited(by, async () => {
    const current = await lockRecord(User, user.publicId, expectedUpdatedAt);
    current.set(change);
    const changes = changesOf(current);
    await current.save();
    return [current, { action: 'auth.profile_change', target: userTarget(current), changes }];
  });
}

/**
 * Lays choices over those that are stored, in one statement, so that two browsers do not undo each other's. It is no
 * edit of the account: neither `updatedAt` nor the audit log tells of it.
 */
export async function updatePreferences(user: User, change: Preferences): Promise<Preferences> {
  const [row] =
    (await User.sequelize?.query<{ preferences: Preferences }>(
      'update users set preferences = preferences || $change::jsonb where id = $id returning preferences',
      { bind: { id: user.id, change: JSON.stringify(change) }, type: QueryTypes.SELECT },
    )) ?? [];
  if (!row) throw notFound();
  return row.preferences;
}
