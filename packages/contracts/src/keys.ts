import { z } from 'zod';
import { publicId } from './paging.js';
import { slug } from './slug.js';

export const keySource = z.enum(['shared', 'personal']);
export type KeySource = z.infer<typeof keySource>;

/** Why a key is not given. */
export const keyRefusals = [
  'ACCOUNT_INACTIVE',
  'PROVIDER_INACTIVE',
  'SHARED_KEY_NOT_ALLOWED',
  'PERSONAL_KEYS_NOT_ALLOWED',
  'KEY_NOT_CONFIGURED',
  'KEY_UNREADABLE',
] as const;
export const keyRefusal = z.enum(keyRefusals);
export type KeyRefusal = z.infer<typeof keyRefusal>;

/** The rules that decide, in the order in which they are asked. */
export const keyRules = [
  'account_active',
  'provider_active',
  'key_choice',
  'choice_allowed',
  'key_configured',
  'key_readable',
] as const;

export const keyStep = z.object({
  rule: z.enum(keyRules),
  outcome: z.enum(['passed', 'failed']),
  /** A short fixed word per rule and outcome, such as `shared` or `super_admin`; the panel has its sentences. */
  detail: z.string(),
});
export type KeyStep = z.infer<typeof keyStep>;

export const keyResolveInput = z.strictObject({ provider: slug });
export const keyResolveOutput = z.object({
  apiKey: z.string(),
  source: keySource,
  apiBaseUrl: z.string(),
  provider: z.string(),
});

export const keyExplainInput = z.strictObject({ provider: slug, admin: publicId.optional() });
export const keyDecision = z.object({
  allowed: z.boolean(),
  source: keySource.nullable(),
  code: keyRefusal.optional(),
  steps: z.array(keyStep),
});
export type KeyDecision = z.infer<typeof keyDecision>;
