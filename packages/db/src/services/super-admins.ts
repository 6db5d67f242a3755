import { Op, type WhereOptions } from 'sequelize';
import { DomainError } from '../errors.js';
import { User } from '../models/user.js';

export const isSuper: WhereOptions = { [Op.or]: [{ isSuperuser: true }, { isAdminFull: true }] };

/** Whether an account can be used as a super admin's: nobody has signed in yet with one that is only invited. */
export const actsAsSuper = (user: User): boolean => user.isSuper && user.state === 'active';

/** Whoever changes who is a super admin waits for whoever does, until that transaction ends. */
export async function oneAtATime(): Promise<void> {
  await User.sequelize?.query("select pg_advisory_xact_lock(hashtext('ai-providers admins'))");
}

/** @throws DomainError `LAST_SUPER_ADMIN` */
export async function assertAnotherSuper(user: User): Promise<void> {
  const active = { isActive: true, passwordHash: { [Op.ne]: '' }, id: { [Op.ne]: user.id } };
  if ((await User.count({ where: { [Op.and]: [isSuper, active] } })) > 0) return;
  throw new DomainError('LAST_SUPER_ADMIN', 'This is the last super admin. Make another one first.');
}
