import { Op } from 'sequelize';
import type { AdminImpact } from '@ai-providers/contracts';
import { audited, type AuditOrigin } from '../audit/audited.js';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import { ApiToken } from '../models/api-token.js';
import { User } from '../models/user.js';
import { lockRecord } from './lock-record.js';
import { countSessions } from './own-sessions.js';
import { actsAsSuper, assertAnotherSuper, oneAtATime } from './super-admins.js';
import { userTarget } from './user-target.js';

/**
 * Deletes an account with its settings, keys, tokens and sessions; its counted requests and its audit rows stay.
 * @throws DomainError `LAST_SUPER_ADMIN` @returns what went with it
 */
export async function deleteAdmin(publicId: string, by: AuditOrigin): Promise<AdminImpact> {
  return audited(by, async () => {
    await oneAtATime();
    const user = await lockRecord(User, publicId);
    if (actsAsSuper(user)) await assertAnotherSuper(user);
    const impact = await adminImpactOf(user);
    await user.destroy();
    const changes = Object.entries(impact).map(([field, from]) => ({ field, from, to: 0 }));
    return [impact, { action: 'admin.delete', target: userTarget(user), changes }];
  });
}

/** What would end with an account: keys that are stored, tokens and sessions that work. */
export async function adminImpactOf(user: User): Promise<AdminImpact> {
  const tokens = await ApiToken.findAll({ where: { userId: user.id } });
  return {
    personalKeys: await AdminProviderSettings.count({ where: { adminId: user.id, personalApiKey: { [Op.ne]: '' } } }),
    tokens: tokens.filter(({ state }) => state === 'active').length,
    sessions: await countSessions(user),
  };
}
