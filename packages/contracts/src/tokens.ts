import { z } from 'zod';
import { limits } from './limits.js';
import { pageOf, paging, publicId, timestamp } from './paging.js';
import { text } from './text.js';

/** What a token may be used for; `admin` is what the panel can do, and includes `registry:read`. */
export const tokenScopes = ['registry:read', 'usage:write', 'keys:resolve', 'admin'] as const;
export const tokenScope = z.enum(tokenScopes);
export type TokenScope = z.infer<typeof tokenScope>;

/** For secret scanners: `dap_`, 43 letters or digits, and a checksum of 6. */
export const tokenPattern = /^dap_[0-9A-Za-z]{49}$/;

export const tokenCreateInput = z.strictObject({
  name: text(limits.tokenName),
  scopes: z
    .array(tokenScope)
    .min(1)
    .max(20)
    .transform((scopes) => [...new Set(scopes)]),
  expiresAt: z.iso.datetime({ offset: true }).nullable().optional(),
});
export type TokenCreateInput = z.infer<typeof tokenCreateInput>;

export const tokenOutput = z.object({
  publicId,
  name: z.string(),
  last4: z.string(),
  scopes: z.array(tokenScope),
  owner: z.object({ publicId, email: z.string(), name: z.string() }),
  createdAt: timestamp,
  expiresAt: timestamp.nullable(),
  lastUsedAt: timestamp.nullable(),
  revokedAt: timestamp.nullable(),
  state: z.enum(['active', 'expired', 'revoked']),
  can: z.object({ revoke: z.boolean() }),
});
export type TokenOutput = z.infer<typeof tokenOutput>;

/** The token itself is in this answer and never again. */
export const tokenCreateOutput = z.object({ token: z.string(), item: tokenOutput });
export const tokenListInput = z.strictObject({ ...paging, owner: publicId.optional() }).prefault({});
export type TokenListInput = z.infer<typeof tokenListInput>;
export const tokenListOutput = pageOf(tokenOutput);
export const tokenRevokeInput = z.strictObject({ publicId });
