import { QueryTypes, type Sequelize } from 'sequelize';
import type { LimitRequestInput } from '@ai-providers/contracts';
import type { AuditOrigin } from '../audit/audited.js';
import { DomainError, notFound } from '../errors.js';
import type { AdminProviderSettings } from '../models/admin-provider-settings.js';
import { AIProvider } from '../models/ai-provider.js';
import { LimitRequest } from '../models/limit-request.js';
import { User } from '../models/user.js';
import { startOfMonth } from '../month.js';
import { portsOf } from '../ports.js';
import { limitSql } from '../usage/limit-in-force.js';
import { changeLimit, type NewLimit } from './change-limit.js';
import { activeProvider, changeSettings } from './settings.js';

/** Asks for a higher limit of one's own; what was asked before is replaced. @throws DomainError `LIMIT_NOT_HIGHER` */
export async function requestLimit(
  admin: User,
  { provider: slug, monthlyLimit, note = '' }: LimitRequestInput,
  by: AuditOrigin,
): Promise<AdminProviderSettings> {
  const provider = await activeProvider(slug);
  const change = async (settings: AdminProviderSettings) => {
    if (!settings.isHigherLimit(monthlyLimit)) throw notHigher(settings.limitNow);
    const pair = { adminId: admin.id, providerId: provider.id };
    const [request] = await LimitRequest.findOrBuild({ where: pair, defaults: { ...pair, monthlyLimit } });
    const from = request.isNewRecord ? undefined : request.monthlyLimit;
    await request.set({ monthlyLimit, note }).save();
    return [
      { field: 'requestedLimit', ...(from !== undefined && { from }), to: monthlyLimit },
      ...(note === '' ? [] : [{ field: 'note', to: note }]),
    ];
  };
  return changeSettings({ admin, provider, action: 'settings.limit_request', change }, by);
}

/** An open request with who asked and for which provider. */
export function findLimitRequest(publicId: string): Promise<LimitRequest | null> {
  return LimitRequest.findOne({ where: { publicId }, include: sides });
}

/** An open request beside what its admin has and has used. */
export interface OpenLimitRequest {
  publicId: string;
  adminPublicId: string;
  adminName: string;
  adminEmail: string;
  providerSlug: string;
  providerName: string;
  monthlyUsage: number;
  monthlyLimit: number | null;
  requestedLimit: number | null;
  note: string;
  requestedAt: Date;
}

/** The open requests of active admins for active providers, the oldest first. */
export function listLimitRequests(sequelize: Sequelize): Promise<OpenLimitRequest[]> {
  const now = portsOf(sequelize).now();
  return sequelize.query<OpenLimitRequest>(openSql, {
    bind: { period: startOfMonth(now), now },
    type: QueryTypes.SELECT,
  });
}

const openSql = `
select r.public_id as "publicId", u.public_id as "adminPublicId", u.name as "adminName", u.email as "adminEmail",
  p.slug as "providerSlug", p.display_name as "providerName", ${limitSql('s', '$now::timestamptz')} as "monthlyLimit",
  case when s.usage_period >= $period::date then s.monthly_usage else 0 end as "monthlyUsage",
  r.monthly_limit as "requestedLimit", r.note, r.updated_at as "requestedAt"
from limit_requests r join users u on u.id = r.admin_id join ai_providers p on p.id = r.provider_id
  join admin_provider_settings s on s.admin_id = r.admin_id and s.provider_id = r.provider_id
where u.is_active and p.is_active order by r.updated_at, r.id`;

/**
 * Sets the limit and closes the request, also where the limit is another than what was asked for.
 * @throws DomainError as `changeLimit` does, `NOT_FOUND`
 */
export async function grantLimitRequest(request: LimitRequest, limit: NewLimit, by: AuditOrigin): Promise<void> {
  const change = async (settings: AdminProviderSettings) => {
    await close(request);
    return changeLimit(settings, limit);
  };
  await changeSettings({ ...sidesOf(request), action: 'settings.limit', change }, by);
}

/** Closes the request and leaves the limit as it is. */
export async function dismissLimitRequest(request: LimitRequest, by: AuditOrigin): Promise<void> {
  const change = async () => {
    await close(request);
    return [{ field: 'requestedLimit', from: request.monthlyLimit }];
  };
  await changeSettings({ ...sidesOf(request), action: 'settings.limit_dismiss', change }, by);
}

/** @throws DomainError `NOT_FOUND` where another super admin was first, or the request was made anew since it was read */
async function close({ id, updatedAt }: LimitRequest): Promise<void> {
  if ((await LimitRequest.destroy({ where: { id, updatedAt } })) === 0) throw notFound();
}

const sides = [
  { model: User, as: 'admin', required: true },
  { model: AIProvider, as: 'provider', required: true },
];

function sidesOf({ admin, provider }: LimitRequest): { admin: User; provider: AIProvider } {
  if (!admin || !provider) throw new Error('Load the request with both its sides');
  return { admin, provider };
}

const notHigher = (limit: number | null) =>
  new DomainError('LIMIT_NOT_HIGHER', 'Ask for more than the limit that you have now', {
    field: 'monthlyLimit',
    ...(limit !== null && { params: { limit } }),
  });
