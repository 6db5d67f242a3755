import { z } from 'zod';
import { limits } from './limits.js';
import { expectedUpdatedAt, publicId, timestamp } from './paging.js';
import {
  calendars,
  checklistChoices,
  colorSchemes,
  densities,
  digitStyles,
  motions,
  panelLanguages,
  shortcutChoices,
} from './names.js';
import { text } from './text.js';
import { email, givenPassword } from './users.js';

/** `currentPassword` is needed where the email changes: it is what somebody signs in with. */
export const profileUpdateInput = z.strictObject({
  name: text(limits.userName).optional(),
  email: email.optional(),
  currentPassword: givenPassword.optional(),
  expectedUpdatedAt,
});

/** A browser that is signed in, as its owner sees it. */
export const sessionOutput = z.object({
  publicId,
  createdAt: timestamp,
  lastSeenAt: timestamp,
  /** The absolute end, whatever is done with it. */
  expiresAt: timestamp,
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  /** Whether it is the one that asks. */
  isCurrent: z.boolean(),
});
export type SessionOutput = z.infer<typeof sessionOutput>;
export const sessionListOutput = z.array(sessionOutput);
export const sessionIdInput = z.strictObject({ publicId });
export const sessionsRevokedOutput = z.object({ revoked: z.int() });

const choices = {
  language: z.enum(panelLanguages).optional(),
  calendar: z.enum(calendars).optional(),
  digits: z.enum(digitStyles).optional(),
  density: z.enum(densities).optional(),
  colorScheme: z.enum(colorSchemes).optional(),
  motion: z.enum(motions).optional(),
  shortcuts: z.enum(shortcutChoices).optional(),
  checklist: z.enum(checklistChoices).optional(),
};
/** How the panel looks to one admin. What was never chosen is absent: the browser and the language decide. */
export const preferencesOutput = z.object(choices);
export const preferencesUpdateInput = z.strictObject(choices);
export type Preferences = z.infer<typeof preferencesOutput>;
