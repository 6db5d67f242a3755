import type { SettingsOutput, TokenOutput, UserOutput } from '@ai-providers/contracts';
import { startOfNextMonth, type AdminProviderSettings, type ApiToken, type User } from '@ai-providers/db';
import type { Actor } from '../policies/actor.js';
import { settingsPolicy, tokenPolicy } from '../policies/people.js';

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
      slug: provider?.slug ?? '',
      name: provider?.name ?? '',
      displayName: provider?.displayName ?? '',
      website: provider?.website ?? '',
    },
    useSharedApi: settings.useSharedApi,
    personalApiKey: settings.storedKeyState,
    monthlyLimit: settings.monthlyLimit,
    monthlyUsage: settings.usageThisMonth,
    resetsAt: startOfNextMonth(now).toISOString(),
    key: { allowed, source, ...(code && { code }) },
    allows: { shared: settings.mayUse('shared'), personal: settings.mayUse('personal') },
    can: {
      useShared: settingsPolicy.useShared(actor, settings),
      usePersonal: settingsPolicy.usePersonal(actor, settings),
      setLimit: settingsPolicy.setLimit(actor, settings),
    },
  };
}

/** A token with its owner loaded. */
export function presentToken(actor: Actor, token: ApiToken): TokenOutput {
  return {
    publicId: token.publicId,
    name: token.name,
    last4: token.last4,
    scopes: token.scopes,
    owner: { publicId: token.user?.publicId ?? '', email: token.user?.email ?? '', name: token.user?.name ?? '' },
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt?.toISOString() ?? null,
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    revokedAt: token.revokedAt?.toISOString() ?? null,
    state: token.state,
    can: { revoke: token.state === 'active' && tokenPolicy.revoke(actor, token) },
  };
}
