import type {
  LimitRaise,
  LimitRequestOutput,
  ProviderAdmin,
  SettingsOutput,
  TokenOutput,
  UserOutput,
} from '@ai-providers/contracts';
import {
  lastDayBefore,
  startOfNextMonth,
  type AdminProviderSettings,
  type ApiToken,
  type LimitRequest,
  type User,
} from '@ai-providers/db';
import type { Actor } from '../policies/actor.js';
import { settingsPolicy, tokenPolicy } from '../policies/people.js';
import { providerPolicy } from '../policies/registry.js';

export function presentUser(user: User): UserOutput {
  return {
    publicId: user.publicId,
    email: user.email,
    name: user.name,
    isActive: user.isActive,
    isSuperuser: user.isSuperuser,
    isAdminFull: user.isAdminFull,
    role: user.isSuper ? 'super' : 'normal',
    lastLoginAt: user.lastLoginAt?.toISOString() ?? null,
    createdAt: user.createdAt.toISOString(),
    updatedAt: user.updatedAt.toISOString(),
  };
}

/** Settings with both sides attached. */
export function presentSettings(actor: Actor, settings: AdminProviderSettings, now: Date): SettingsOutput {
  const { provider } = settings;
  const { allowed, source, code } = settings.explainKey();
  return {
    provider: {
      publicId: provider?.publicId ?? '',
      slug: provider?.slug ?? '',
      name: provider?.name ?? '',
      displayName: provider?.displayName ?? '',
      website: provider?.website ?? '',
    },
    useSharedApi: settings.useSharedApi,
    personalApiKey: settings.storedKeyState,
    ...presentLimit(settings, now),
    monthlyUsage: settings.usageThisMonth,
    resetsAt: startOfNextMonth(now).toISOString(),
    limitRequest: settings.limitRequest ? presentLimitRequest(settings.limitRequest) : null,
    key: { allowed, source, ...(code && { code }) },
    allows: { shared: settings.mayUse('shared'), personal: settings.mayUse('personal') },
    updatedAt: settings.isNewRecord ? null : settings.updatedAt.toISOString(),
    can: {
      useShared: settingsPolicy.useShared(actor, settings),
      usePersonal: settingsPolicy.usePersonal(actor, settings),
      setLimit: settingsPolicy.setLimit(actor, settings),
      requestLimit: settingsPolicy.requestLimit(actor, settings),
    },
  };
}

function presentLimit(
  settings: AdminProviderSettings,
  now: Date,
): { monthlyLimit: number | null; usualLimit: number | null; raise: LimitRaise | null } {
  const raise = settings.raiseAt(now);
  return {
    monthlyLimit: settings.limitAt(now),
    usualLimit: settings.monthlyLimit,
    raise: raise && { monthlyLimit: raise.limit, until: lastDayBefore(raise.until) },
  };
}

function presentLimitRequest({ monthlyLimit, note, updatedAt }: LimitRequest): LimitRequestOutput {
  return { monthlyLimit, note, requestedAt: updatedAt.toISOString() };
}

/** Settings with both sides attached, for those who keep the provider. */
export function presentProviderAdmin(settings: AdminProviderSettings, now: Date): ProviderAdmin {
  const { admin } = settings;
  const { allowed, source, code } = settings.explainKey();
  return {
    admin: {
      publicId: admin?.publicId ?? '',
      name: admin?.name ?? '',
      email: admin?.email ?? '',
      role: admin?.isSuper ? 'super' : 'normal',
    },
    key: { allowed, source, ...(code && { code }) },
    ...presentLimit(settings, now),
    monthlyUsage: settings.usageThisMonth,
    lastUsedAt: settings.lastUsedAt?.toISOString() ?? null,
  };
}

/** A token with its owner and its providers loaded. */
export function presentToken(actor: Actor, token: ApiToken): TokenOutput {
  const isActive = token.state === 'active';
  const isOwn = tokenPolicy.update(actor, token);
  return {
    publicId: token.publicId,
    name: token.name,
    last4: token.last4,
    scopes: token.scopes,
    providers: token.allProviders ? null : providersOf(actor, token),
    allowedIps: token.allowedIps,
    owner: { publicId: token.user?.publicId ?? '', email: token.user?.email ?? '', name: token.user?.name ?? '' },
    createdAt: token.createdAt.toISOString(),
    updatedAt: token.updatedAt.toISOString(),
    expiresAt: token.expiresAt?.toISOString() ?? null,
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    lastUsedIp: token.lastUsedIp ?? null,
    lastRefusedAt: token.lastRefusedAt?.toISOString() ?? null,
    lastRefusedIp: token.lastRefusedIp ?? null,
    replacedAt: token.replacedAt?.toISOString() ?? null,
    revokedAt: token.revokedAt?.toISOString() ?? null,
    state: token.state,
    can: {
      update: isActive && isOwn,
      rotate: isActive && isOwn && !token.replacedAt,
      revoke: isActive && tokenPolicy.revoke(actor, token),
    },
  };
}

function providersOf(actor: Actor, { providers = [] }: ApiToken): { slug: string; displayName: string }[] {
  return providers
    .filter((provider) => providerPolicy.read(actor, provider))
    .map(({ slug, displayName }) => ({ slug, displayName }));
}
