import { literal, Op, type OrderItem, type WhereOptions } from 'sequelize';
import type { AdminFilter, AdminListInput, BulkResult, BulkTarget } from '@ai-providers/contracts';
import { User } from '../models/user.js';
import { startOfMonth } from '../month.js';
import { portsOf } from '../ports.js';
import { lastSeenSql, standingsOf } from './admin-standings.js';
import { assertCount, missingFrom } from './in-bulk.js';
import { nearLimitSql } from './near-limits.js';
import { allOf, contains, orderBy } from './search.js';
import { isSuper } from './super-admins.js';

/** One page of everybody who may sign in, and how each stands, by the internal id. */
export async function listAdmins(input: AdminListInput) {
  const { rows, count } = await User.findAndCountAll({
    where: matchingAdmins(input),
    order: orderOf(input.sort),
    limit: input.pageSize,
    offset: (input.page - 1) * input.pageSize,
  });
  return { admins: rows, total: count, standings: await standingsOf(rows) };
}

/** The admins that a bulk change is for, by email, and a result for each id that leads to none. */
export async function findBulkAdmins(
  target: BulkTarget<AdminFilter>,
): Promise<{ admins: User[]; missing: BulkResult[] }> {
  const order = orderOf(undefined);
  if ('publicIds' in target) {
    const admins = await User.findAll({ where: { publicId: target.publicIds }, order });
    return { admins, missing: missingFrom(admins, target.publicIds) };
  }
  const where = matchingAdmins(target.filter);
  // One more than was seen tells that there are more.
  const admins = await User.findAll({ where, order, limit: target.expectedCount + 1 });
  const found = admins.length > target.expectedCount ? await User.count({ where }) : admins.length;
  assertCount(target.expectedCount, found);
  return { admins, missing: [] };
}

function matchingAdmins({ search, isActive, role, state, nearLimit }: AdminFilter): WhereOptions {
  const where: WhereOptions[] = [];
  if (isActive !== undefined) where.push({ isActive });
  if (role) where.push(role === 'super' ? isSuper : { isSuperuser: false, isAdminFull: false });
  if (state) where.push(inState[state]);
  if (nearLimit !== undefined) where.push(literal(`${nearLimit ? '' : 'not '}exists ${limitNearlyUsed()}`));
  if (search) where.push(contains(['email', 'name'], search));
  return allOf(where);
}

const inState: Record<User['state'], WhereOptions> = {
  active: { isActive: true, passwordHash: { [Op.ne]: '' } },
  invited: { isActive: true, passwordHash: '' },
  disabled: { isActive: false },
};

const limitNearlyUsed = () => `(select from admin_provider_settings s join ai_providers p on p.id = s.provider_id
  where s.admin_id = "User".id and p.is_active and ${nearLimitSql('s', portsOf(User.sequelize).now())})`;

function orderOf(sort: string | undefined): OrderItem[] {
  const key = sort?.replace(/^-/, '');
  const byEmail = ['email', 'id'];
  if (key !== 'lastSeenAt' && key !== 'requestsThisMonth') return orderBy(sort, byEmail);
  const figure = key === 'lastSeenAt' ? lastSeenSql('"User"') : requestsSql();
  return [[literal(figure), sort === key ? 'ASC' : 'DESC NULLS LAST'], ...orderBy(undefined, byEmail)];
}

const requestsSql = () => `(select coalesce(sum(monthly_usage), 0) from admin_provider_settings
  where admin_id = "User".id and usage_period >= '${thisMonth()}')`;

const thisMonth = (): string => startOfMonth(portsOf(User.sequelize).now());
