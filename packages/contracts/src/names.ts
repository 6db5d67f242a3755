// Fixed names, free of Zod: the panel's first load reads them without the weight of a validator.

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
/** Keys without Ctrl or ⌘; some speech input needs them off. */
export const shortcutChoices = ['on', 'off'] as const;

/** What is known of a stored key, as a list can be filtered by it. `set` holds those that cannot be read, too. */
export const keyStates = ['set', 'none', 'unreadable'] as const;

export const roles = ['super', 'normal'] as const;
/** `invited`: nobody has set a password yet. */
export const adminStates = ['active', 'invited', 'disabled'] as const;
/** What a list of admins can be sorted by. */
export const adminSortKeys = ['email', 'name', 'createdAt', 'lastLoginAt', 'lastSeenAt', 'requestsThisMonth'] as const;

/** How a counted request ended; `open` ones have not. */
export const usageOutcomes = ['ok', 'error', 'expired', 'open'] as const;
/** What sums of usage can be taken by. */
export const usageGroupings = ['none', 'provider', 'model', 'admin', 'keySource', 'outcome'] as const;
/** The lengths of a series' buckets, in UTC. */
export const usageGrains = ['hour', 'day', 'month'] as const;

/** As many records as one call may change. */
export const bulkMax = 500;
