import { Op, type WhereOptions } from 'sequelize';
import type { TokenListInput } from '@ai-providers/contracts';
import { ApiToken } from '../models/api-token.js';
import { User } from '../models/user.js';
import { portsOf } from '../ports.js';
import { allOf, contains, orderBy } from './search.js';
import { withProviders } from './token-providers.js';

const day = 86_400_000;
/** A revoked token is listed for as long, so that it is seen what ended and when. */
const revokedShownDays = 30;
const expiringDays = 7;

/** One page of tokens, newest first; of one owner, or of everybody. */
export async function listApiTokens(input: TokenListInput, owner: User | null) {
  const now = portsOf(ApiToken.sequelize).now();
  const { rows, count } = await ApiToken.findAndCountAll({
    where: allOf(conditionsOf(input, owner, now)),
    include: [{ model: User, as: 'user', required: true, ...(input.owner && { where: { publicId: input.owner } }) }],
    order: orderBy(input.sort ?? '-createdAt', ['name', 'id'], 'ApiToken'),
    limit: input.pageSize,
    offset: (input.page - 1) * input.pageSize,
  });
  return { tokens: await withProviders(rows), total: count };
}

function conditionsOf({ search, state, expiring }: TokenListInput, owner: User | null, now: Date): WhereOptions[] {
  const conditions: WhereOptions[] = [
    { [Op.or]: [{ revokedAt: null }, { revokedAt: { [Op.gt]: new Date(now.getTime() - revokedShownDays * day) } }] },
  ];
  if (owner) conditions.push({ userId: owner.id });
  if (search) conditions.push(contains(['ApiToken.name'], search));
  if (state) conditions.push(inState(state, now));
  if (expiring !== undefined) conditions.push(expiring ? soon(now) : { [Op.not]: soon(now) });
  return conditions;
}

function inState(state: ApiToken['state'], now: Date): WhereOptions {
  const isRevoked = { [Op.or]: [{ revokedAt: { [Op.ne]: null } }, { isActive: false }] };
  if (state === 'revoked') return isRevoked;
  const hasExpired = { [Op.and]: [{ expiresAt: { [Op.ne]: null } }, { expiresAt: { [Op.lte]: now } }] };
  return allOf([{ [Op.not]: isRevoked }, state === 'expired' ? hasExpired : { [Op.not]: hasExpired }]);
}

/** Active, and not for long. */
function soon(now: Date): WhereOptions {
  const end = new Date(now.getTime() + expiringDays * day);
  const isNear = { [Op.and]: [{ expiresAt: { [Op.ne]: null } }, { expiresAt: { [Op.gt]: now, [Op.lte]: end } }] };
  return allOf([inState('active', now), isNear]);
}
