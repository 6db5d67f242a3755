import { QueryTypes } from 'sequelize';
import type { AdminImpact } from '@ai-providers/contracts';
import { audited, type AuditOrigin } from '../audit/audited.js';
import { User } from '../models/user.js';
import { lockRecord } from './lock-record.js';
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

/** What would go with an account. */
export async function adminImpactOf(user: User): Promise<AdminImpact> {
  const [counts] =
    (await User.sequelize?.query<AdminImpact>(
      `select (select count(*)::int from admin_provider_settings where admin_id = $id and personal_api_key <> '') as "personalKeys",
         (select count(*)::int from api_tokens where user_id = $id) as tokens,
         (select count(*)::int from sessions where user_id = $id) as sessions`,
      { bind: { id: user.id }, type: QueryTypes.SELECT },
    )) ?? [];
  return counts ?? { personalKeys: 0, tokens: 0, sessions: 0 };
}
