import type { BulkResult } from '@ai-providers/contracts';
import type { AuditOrigin } from '../audit/audited.js';
import { notFound } from '../errors.js';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import { AIProvider } from '../models/ai-provider.js';
import type { User } from '../models/user.js';
import { portsOf } from '../ports.js';
import { inBulk } from './in-bulk.js';
import { orderBy } from './search.js';
import { setLimit } from './settings.js';

/** Sets one limit of one active provider for many admins. Those for whom it is stored already are left as they are. */
export async function setLimitForAdmins(
  admins: readonly User[],
  slug: string,
  monthlyLimit: number | null,
  by: AuditOrigin,
): Promise<BulkResult[]> {
  const provider = await AIProvider.findOne({ where: { slug, isActive: true } });
  if (!provider) throw notFound();
  return inBulk(admins, (admin) => setWhereDifferent(admin, provider, monthlyLimit, by));
}

/** Sets one limit for one admin with many providers, in their order. @throws DomainError `NOT_FOUND` unless all of them exist and are on */
export async function setLimitForProviders(
  admin: User,
  slugs: readonly string[],
  monthlyLimit: number | null,
  by: AuditOrigin,
): Promise<BulkResult[]> {
  const order = orderBy(undefined, ['sortOrder', 'name', 'id']);
  const providers = await AIProvider.findAll({ where: { slug: [...slugs], isActive: true }, order });
  const known = new Set(providers.map(({ slug }) => slug));
  if (slugs.some((slug) => !known.has(slug))) throw notFound();
  return inBulk(providers, (provider) => setWhereDifferent(admin, provider, monthlyLimit, by));
}

async function setWhereDifferent(admin: User, provider: AIProvider, monthlyLimit: number | null, by: AuditOrigin) {
  const settings = await AdminProviderSettings.findOrBuildFor(admin, provider);
  // One who only has it by default gets it for good.
  const isRaised = settings.raiseAt(portsOf(settings.sequelize).now()) !== null;
  if (settings.isNewRecord || isRaised || settings.monthlyLimit !== monthlyLimit)
    await setLimit(admin, provider.slug, monthlyLimit, by);
}
