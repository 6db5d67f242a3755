import type { AuditAction, SettingsUpdateInput } from '@ai-providers/contracts';
import { refusalSentences } from '../access/decide-key.js';
import { audited, type AuditOrigin } from '../audit/audited.js';
import { changesOf } from '../audit/changes.js';
import { DomainError, notFound } from '../errors.js';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import { AIProvider } from '../models/ai-provider.js';
import type { AuditChange } from '../models/audit-entry.js';
import { LimitRequest } from '../models/limit-request.js';
import type { User } from '../models/user.js';
import { assertLimitIs, changeLimit, type NewLimit, type SeenLimit } from './change-limit.js';
import { assertUnchanged } from './lock-record.js';
import { orderBy } from './search.js';

/** An admin's standing with every active provider; where nothing is stored yet, the defaults. */
export async function listSettings(admin: User): Promise<AdminProviderSettings[]> {
  const providers = await AIProvider.findAll({
    where: { isActive: true },
    order: orderBy(undefined, ['sortOrder', 'name']),
  });
  const stored = await AdminProviderSettings.findAll({ where: { adminId: admin.id } });
  const requests = await LimitRequest.findByProvider(admin);
  const every = withEvery(providers, admin, stored, await AdminProviderSettings.defaultLimit());
  for (const settings of every) settings.limitRequest = requests.get(settings.providerId) ?? null;
  return every;
}

/** An admin's settings with each of these providers: those that are stored, and the defaults for the rest. */
export function withEvery(
  providers: readonly AIProvider[],
  admin: User,
  stored: readonly AdminProviderSettings[],
  defaultLimit: number | null,
): AdminProviderSettings[] {
  const byProvider = new Map(stored.map((settings) => [settings.providerId, settings]));
  return providers.map(
    (provider) =>
      byProvider.get(provider.id)?.attach(admin, provider) ??
      AdminProviderSettings.buildFor(admin, provider, defaultLimit),
  );
}

/** An admin's standing with one active provider. @throws DomainError `NOT_FOUND` */
export async function findSettings(admin: User, slug: string): Promise<AdminProviderSettings> {
  return AdminProviderSettings.findOrBuildFor(admin, await activeProvider(slug));
}

/**
 * An admin's own choice and own key.
 * @throws DomainError `PERSONAL_KEYS_NOT_ALLOWED` for a key that could never be used, `EDIT_CONFLICT`
 */
export async function updateOwnSettings(
  admin: User,
  input: SettingsUpdateInput,
  by: AuditOrigin,
): Promise<AdminProviderSettings> {
  const provider = await activeProvider(input.provider);
  if (input.personalApiKey && !admin.isSuper && !provider.allowPersonalKeys) {
    throw new DomainError('PERSONAL_KEYS_NOT_ALLOWED', refusalSentences.PERSONAL_KEYS_NOT_ALLOWED, {
      field: 'personalApiKey',
    });
  }
  const change = (settings: AdminProviderSettings) => {
    assertUnchanged(settings, input.expectedUpdatedAt);
    if (input.useSharedApi !== undefined) settings.useSharedApi = input.useSharedApi;
    if (input.personalApiKey !== undefined) settings.personalApiKey = input.personalApiKey ?? '';
    return changesOf(settings);
  };
  return changeSettings({ admin, provider, action: 'settings.update', change }, by);
}

/**
 * Sets how many requests an admin has in a month; the count goes on. A request that this meets is answered by it.
 * @throws DomainError as `changeLimit` does, `NOT_FOUND`, `EDIT_CONFLICT` where it is no longer as `expected`
 */
export async function setLimit(
  admin: User,
  slug: string,
  monthlyLimit: number | null,
  by: AuditOrigin,
  { until, expected }: Pick<NewLimit, 'until'> & { expected?: SeenLimit } = {},
): Promise<AdminProviderSettings> {
  const provider = await activeProvider(slug);
  const change = async (settings: AdminProviderSettings) => {
    if (expected) assertLimitIs(settings, expected);
    const changes = changeLimit(settings, { monthlyLimit, until });
    const request = await LimitRequest.findOne({ where: pairOf(settings) });
    if (request && !settings.isHigherLimit(request.monthlyLimit)) await request.destroy();
    return changes;
  };
  return changeSettings({ admin, provider, action: 'settings.limit', change }, by);
}

/** Starts an admin's month again at 0. */
export async function resetUsage(admin: User, slug: string, by: AuditOrigin): Promise<AdminProviderSettings> {
  const provider = await activeProvider(slug);
  const change = async (settings: AdminProviderSettings) => {
    const from = await settings.resetMonthlyUsage();
    return from > 0 ? [{ field: 'monthlyUsage', from, to: 0 }] : [];
  };
  return changeSettings({ admin, provider, action: 'settings.reset_usage', change }, by);
}

/** @throws DomainError `NOT_FOUND` */
export async function activeProvider(slug: string): Promise<AIProvider> {
  const provider = await AIProvider.findOne({ where: { slug, isActive: true } });
  if (!provider) throw notFound();
  return provider;
}

type SettingsAction = Extract<AuditAction, `settings.${string}`>;

/** Writes one admin's settings for one provider, making the row where there is none, or what hangs on them. */
export async function changeSettings(
  {
    admin,
    provider,
    action,
    change,
  }: {
    admin: User;
    provider: AIProvider;
    action: SettingsAction;
    /** Sets what is to be saved, or writes it itself. @returns what is different then */
    change: (settings: AdminProviderSettings) => AuditChange[] | Promise<AuditChange[]>;
  },
  by: AuditOrigin,
): Promise<AdminProviderSettings> {
  const pair = { adminId: admin.id, providerId: provider.id };
  return audited(by, async () => {
    await AdminProviderSettings.ensureStored(pair);
    const settings = await AdminProviderSettings.findOne({ where: pair, lock: true, rejectOnEmpty: true });
    const changes = await change(settings);
    await settings.save();
    settings.limitRequest = await LimitRequest.findOne({ where: pair });
    const target = { type: 'settings', publicId: settings.publicId, label: `${admin.email} · ${provider.displayName}` };
    return [settings.attach(admin, provider), { action, target, changes }];
  });
}

const pairOf = ({ adminId, providerId }: AdminProviderSettings) => ({ adminId, providerId });
