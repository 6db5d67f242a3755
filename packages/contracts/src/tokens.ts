import { z } from 'zod';
import { isIpOrRange } from './ip-range.js';
import { limits } from './limits.js';
import { graceHours, tokenPrefix, tokenScopes, tokenSortKeys, tokenStates } from './names.js';
import { expectedUpdatedAt, pageOf, paging, publicId, sortBy, timestamp } from './paging.js';
import { slug } from './slug.js';
import { text } from './text.js';

export const tokenScope = z.enum(tokenScopes);
export type TokenScope = z.infer<typeof tokenScope>;

/** For secret scanners: the prefix, 43 letters or digits, and a checksum of 6. */
export const tokenPattern = new RegExp(`^${tokenPrefix}[0-9A-Za-z]{49}$`);

/** An address or a range of addresses (CIDR), IPv4 or IPv6. */
const allowedIp = z
  .string()
  .trim()
  .refine(isIpOrRange, {
    params: { reason: 'IP_INVALID' },
    message: 'Enter an address such as 203.0.113.7, or a range such as 203.0.113.0/24',
  });

const unique = <Item>(items: Item[]): Item[] => [...new Set(items)];

export const tokenCreateInput = z
  .strictObject({
    name: text(limits.tokenName),
    scopes: z.array(tokenScope).min(1).max(20).transform(unique),
    expiresAt: z.iso.datetime({ offset: true }).nullable().optional(),
    /** By slug; absent or null for all. */
    providers: z.array(slug).min(1).max(limits.tokenProviders).transform(unique).nullable().optional(),
    /** Where it may be used from; absent or empty for anywhere. */
    allowedIps: z.array(allowedIp).max(limits.tokenIps).transform(unique).optional(),
  })
  // Who may make admins and keep providers would be held back by no list of providers.
  .refine(({ scopes, providers }) => !providers || !scopes.includes('admin'), {
    path: ['providers'],
    params: { reason: 'ADMIN_REACHES_ALL' },
    message: 'A token with the scope admin cannot be limited to providers',
  });
export type TokenCreateInput = z.infer<typeof tokenCreateInput>;

export const tokenUpdateInput = z.strictObject({
  publicId,
  patch: z.strictObject({ name: text(limits.tokenName).optional() }),
  expectedUpdatedAt,
});
export type TokenUpdateInput = z.infer<typeof tokenUpdateInput>;

/** How long the old one goes on working beside the new one. */
export const tokenRotateInput = z.strictObject({ publicId, graceHours: z.literal(graceHours) });
export type TokenRotateInput = z.infer<typeof tokenRotateInput>;

export const tokenRevokeInput = z.strictObject({ publicId });

export const tokenOutput = z.object({
  publicId,
  name: z.string(),
  last4: z.string(),
  scopes: z.array(tokenScope),
  /** Null for all. What is left of those that were named and may be seen: with none of them it reaches no provider. */
  providers: z.array(z.object({ slug: z.string(), displayName: z.string() })).nullable(),
  /** Empty for anywhere. */
  allowedIps: z.array(z.string()),
  owner: z.object({ publicId, email: z.string(), name: z.string() }),
  createdAt: timestamp,
  /** Of its name and its end; a use changes nothing. */
  updatedAt: timestamp,
  expiresAt: timestamp.nullable(),
  lastUsedAt: timestamp.nullable(),
  lastUsedIp: z.string().nullable(),
  /** When it was last sent from an address that it may not be used from. The sender is not told why it was refused. */
  lastRefusedAt: timestamp.nullable(),
  lastRefusedIp: z.string().nullable(),
  /** Another one has taken its place; it works until it expires. */
  replacedAt: timestamp.nullable(),
  revokedAt: timestamp.nullable(),
  state: z.enum(tokenStates),
  can: z.object({ update: z.boolean(), rotate: z.boolean(), revoke: z.boolean() }),
});
export type TokenOutput = z.infer<typeof tokenOutput>;

/** The token itself is in this answer and never again. */
export const tokenCreateOutput = z.object({ token: z.string(), item: tokenOutput });

export const tokenListInput = z
  .strictObject({
    ...paging,
    owner: publicId.optional(),
    state: z.enum(tokenStates).optional(),
    /** Whether it is active and expires within a week. */
    expiring: z.boolean().optional(),
    sort: sortBy(tokenSortKeys),
  })
  .prefault({});
export type TokenListInput = z.infer<typeof tokenListInput>;
export const tokenListOutput = pageOf(tokenOutput).extend({ can: z.object({ readAny: z.boolean() }) });
