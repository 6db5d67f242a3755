// Fixed names, free of Zod: the panel's first load reads them without the weight of a validator.

export { limits } from './limits.js';

/** What a model can do: a closed list, in the order in which it is shown. */
export const capabilities = [
  'chat',
  'image',
  'audio',
  'speech_to_text',
  'text_to_speech',
  'code',
  'embedding',
  'vision',
] as const;
export type Capability = (typeof capabilities)[number];

/** What a list of providers can be sorted by; `-name` sorts downwards. */
export const providerSortKeys = ['sortOrder', 'name', 'createdAt', 'updatedAt', 'lastUsedAt', 'totalRequests'] as const;

/** What a list of models can be sorted by. */
export const modelSortKeys = [
  'sortOrder',
  'name',
  'createdAt',
  'updatedAt',
  'pricingInput',
  'pricingOutput',
  'contextWindow',
  'maxTokens',
  'totalRequests',
] as const;

// How the panel looks to one admin. Of each list, the first is what holds where nothing was chosen.
export const panelLanguages = ['en', 'fa'] as const;
/** `auto`: that of the language. */
export const calendars = ['auto', 'gregorian', 'jalali'] as const;
/** `auto`: those of the language. */
export const digitStyles = ['auto', 'latin', 'persian'] as const;
export const densities = ['comfortable', 'compact'] as const;
export const colorSchemes = ['auto', 'light', 'dark'] as const;
/** `auto`: as the system says. */
export const motions = ['auto', 'reduce'] as const;
/** The dashboard's list of first steps. */
export const checklistChoices = ['shown', 'hidden'] as const;
/** Keys without Ctrl or ⌘; some speech input needs them off. */
export const shortcutChoices = ['on', 'off'] as const;

/** What is known of a stored key, as a list can be filtered by it. `set` holds those that cannot be read, too. */
export const keyStates = ['set', 'none', 'unreadable'] as const;

/** Where the catalogue shows a provider, beside among all. */
export const catalogueGroups = ['popular', 'compatible', 'local'] as const;

export const roles = ['super', 'normal'] as const;
/** `invited`: nobody has set a password yet. */
export const adminStates = ['active', 'invited', 'disabled'] as const;
/** What a list of admins can be sorted by. */
export const adminSortKeys = ['email', 'name', 'createdAt', 'lastLoginAt', 'lastSeenAt', 'requestsThisMonth'] as const;

/** What a token may be used for; `admin` is what the panel can do, and includes `registry:read`. */
export const tokenScopes = ['registry:read', 'usage:write', 'keys:resolve', 'admin'] as const;
/** Every token begins so; secret scanners know it by this. */
export const tokenPrefix = 'dap_';
export const tokenStates = ['active', 'expired', 'revoked'] as const;
/** What a list of tokens can be sorted by. */
export const tokenSortKeys = ['name', 'createdAt', 'expiresAt', 'lastUsedAt'] as const;
/** For how many hours a token that was replaced goes on working. */
export const graceHours = [0, 1, 24] as const;
/** What a new installation needs, in this order. */
export const setupSteps = ['key', 'model', 'admin', 'limit', 'token'] as const;
/** What somebody new can do with what is open to them. */
export const ownSteps = ['addKey', 'makeToken'] as const;

/** How a counted request ended; `open` ones have not. */
export const usageOutcomes = ['ok', 'error', 'expired', 'open'] as const;
/** What sums of usage can be taken by; `status` takes failures apart. */
export const usageGroupings = ['none', 'provider', 'model', 'admin', 'keySource', 'outcome', 'status'] as const;
/** The lengths of a series' buckets, in UTC. */
export const usageGrains = ['hour', 'day', 'month'] as const;

/** As many records as one call may change. */
export const bulkMax = 500;

/** Everything that is ever written to the audit log. */
export const auditActions = [
  'system.setup',
  'system.update',
  'auth.login',
  'auth.login_failed',
  'auth.logout',
  'auth.password_change',
  'auth.profile_change',
  'auth.session_revoke',
  'auth.sessions_revoke',
  'auth.invite_accept',
  'provider.create',
  'provider.update',
  'provider.delete',
  'provider.reorder',
  'model.create',
  'model.update',
  'model.delete',
  'settings.update',
  'settings.limit',
  'settings.limit_request',
  'settings.limit_dismiss',
  'settings.reset_usage',
  'admin.create',
  'admin.update',
  'admin.invite',
  'admin.delete',
  'token.create',
  'token.update',
  'token.rotate',
  'token.revoke',
  'key.resolve',
  'seed.run',
  'keys.rotate',
  'keys.adopt',
] as const;
/** How somebody came in; `system` is the server itself, a command or the seed. */
export const auditWays = ['session', 'token', 'system'] as const;
