import { z } from 'zod';
import { limits } from './limits.js';
import { publicId, timestamp } from './paging.js';
import { text } from './text.js';

export const email = z.string().trim().toLowerCase().max(limits.email).pipe(z.email());
/** Not trimmed: blanks may be part of a password. */
export const newPassword = z.string().min(limits.passwordMin).max(limits.passwordMax);
/** As somebody typed it who has a password already. */
export const givenPassword = z.string().min(1).max(limits.passwordMax);

export const userOutput = z.object({
  publicId,
  email: z.string(),
  name: z.string(),
  isActive: z.boolean(),
  isSuperuser: z.boolean(),
  isAdminFull: z.boolean(),
  role: z.enum(['super', 'normal']),
  lastLoginAt: timestamp.nullable(),
  createdAt: timestamp,
  updatedAt: timestamp,
});
export type UserOutput = z.infer<typeof userOutput>;

/** What the caller may do at all, apart from a particular record. */
export const permissions = [
  'providers.create',
  'models.create',
  'admins.manage',
  'settings.manageAny',
  'tokens.readAny',
  'audit.readAny',
  'system.read',
  'system.update',
] as const;
export const permission = z.enum(permissions);
export type Permission = z.infer<typeof permission>;

// `email` is checked as text only: a login never says which part of a pair was badly written.
export const loginInput = z.strictObject({
  email: z
    .string()
    .min(1)
    .max(limits.email * 2),
  password: givenPassword,
  /** Whether the browser keeps the session when it is closed. Its end on the server is the same. */
  remember: z.boolean().optional(),
});
export const loginOutput = z.object({ user: userOutput });
export const meOutput = z.object({
  user: userOutput,
  can: z.array(permission),
  expiresAt: timestamp.nullable(),
  /** How long a session lasts without a call, in milliseconds; null for a token. */
  idleMs: z.int().nullable(),
});
export const changePasswordInput = z.strictObject({ currentPassword: givenPassword, newPassword });
export const done = z.object({ ok: z.literal(true) });

export const setupStatusOutput = z.object({ required: z.boolean() });
/** Of the one-time link that the server prints. */
const setupToken = z.string().min(1).max(200);
export const setupInput = z.strictObject({
  token: setupToken,
  email,
  name: text(limits.userName),
  password: newPassword,
});

/** `origin` is where the browser found the panel. */
export const setupChecksInput = z.strictObject({ token: setupToken, origin: z.string().max(limits.url) });
/** What an installation stands on, before anybody has signed in: states only, no name and no value. */
export const setupChecksOutput = z.object({
  database: z.enum(['embedded', 'postgresql']),
  /** Migrations that have not run. */
  pendingMigrations: z.int(),
  cache: z.enum(['memory', 'up', 'down']),
  secretKey: z.enum(['ok', 'mismatch', 'unchecked']),
  /** How PUBLIC_URL stands to the address that the browser uses. */
  publicUrl: z.enum(['unset', 'same', 'other']),
});
export type SetupChecks = z.infer<typeof setupChecksOutput>;
