import { z } from 'zod';
import { limits } from './limits.js';
import { isStorable } from './text.js';

/**
 * The first characters of any Fernet token: version 0x80 and the high bytes of a 64-bit time.
 * The seventh letter is A before 2004, B until January 2038, C until 2072, D until 2106.
 */
const fernetTokenStart = /^gAAAAA[A-D]/;

/** A provider's API key as somebody typed it. It is always plaintext; what looks encrypted is refused. */
export const secretInput = z
  .string()
  .trim()
  .min(1)
  .max(limits.secretMax)
  .refine(isStorable, { params: { reason: 'UNSTORABLE_TEXT' }, message: 'Holds characters that cannot be stored' })
  .refine((value) => !fernetTokenStart.test(value), {
    params: { reason: 'SECRET_LOOKS_ENCRYPTED' },
    message: 'This looks like an encrypted value; enter the key itself',
  });

/** What may be said about a stored secret. A caller who may only know that it exists gets `set` alone. */
export const secretState = z.object({
  set: z.boolean(),
  /** Null when the secret is shorter than 12 characters. */
  last4: z.string().nullable().optional(),
  /** False when this installation cannot decrypt it. */
  readable: z.boolean().optional(),
  updatedAt: z.string().nullable().optional(),
});
export type SecretState = z.infer<typeof secretState>;
