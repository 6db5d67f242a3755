import { z } from 'zod';
import type { Json } from './json-config.js';
import { limits } from './limits.js';
import { publicId, timestamp } from './paging.js';

/** Everything that is ever written to the audit log. */
export const auditActions = [
  'system.setup',
  'auth.login',
  'auth.login_failed',
  'auth.logout',
  'auth.password_change',
  'auth.profile_change',
  'auth.session_revoke',
  'auth.sessions_revoke',
  'provider.create',
  'provider.update',
  'provider.delete',
  'provider.reorder',
  'model.create',
  'model.update',
  'model.delete',
  'settings.update',
  'settings.limit',
  'settings.reset_usage',
  'admin.create',
  'admin.update',
  'token.create',
  'token.revoke',
  'key.resolve',
  'seed.run',
  'keys.rotate',
  'keys.adopt',
] as const;
export const auditAction = z.enum(auditActions);
export type AuditAction = z.infer<typeof auditAction>;

export const auditListInput = z
  .strictObject({
    actor: publicId.optional(),
    action: auditAction.optional(),
    target: publicId.optional(),
    from: z.iso.datetime({ offset: true }).optional(),
    to: z.iso.datetime({ offset: true }).optional(),
    cursor: z.string().max(40).regex(/^\d+$/).optional(),
    pageSize: z.int().min(1).max(limits.pageSizeMax).default(limits.pageSizeDefault),
  })
  .prefault({});
export type AuditListInput = z.infer<typeof auditListInput>;

/** Values stand beside a field only where the field is no secret. */
export const auditChange = z.object({
  field: z.string(),
  from: z.custom<Json>().optional(),
  to: z.custom<Json>().optional(),
});

export const auditEntryOutput = z.object({
  /** Its place in the chain, counted from 1. */
  sequence: z.string(),
  occurredAt: timestamp,
  action: auditAction,
  actor: z.object({ publicId: publicId.nullable(), label: z.string() }),
  target: z.object({ type: z.string(), publicId: publicId.nullable(), label: z.string() }),
  changes: z.array(auditChange),
  via: z.enum(['session', 'token', 'system']),
  ip: z.string().nullable(),
  requestId: z.string().nullable(),
});
export type AuditEntryOutput = z.infer<typeof auditEntryOutput>;
export const auditListOutput = z.object({ items: z.array(auditEntryOutput), nextCursor: z.string().nullable() });
