import { z } from 'zod';
import type { Json } from './json-config.js';
import { limits } from './limits.js';
import { auditActions, auditWays } from './names.js';
import { publicId, timestamp } from './paging.js';

export const auditAction = z.enum(auditActions);
export type AuditAction = z.infer<typeof auditAction>;

/** How somebody came in. `system` is the server itself, a command or the seed. */
const auditVia = z.enum(auditWays);

const sequence = z.string().max(40).regex(/^\d+$/);

const field = z.string().min(1).max(120);

/** What the list and its exports can be narrowed to. */
const auditFilters = {
  actor: publicId.optional(),
  /** One, or any of several. */
  action: z.union([auditAction, z.array(auditAction).min(1).max(auditActions.length)]).optional(),
  /** Of updates only those that changed this field, or one of these; entries of other actions are not narrowed by it. */
  changed: z.union([field, z.array(field).min(1).max(20)]).optional(),
  target: publicId.optional(),
  targetType: z
    .string()
    .max(50)
    .regex(/^[a-z_]+$/)
    .optional(),
  via: auditVia.optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
};

export const auditListInput = z
  .strictObject({
    ...auditFilters,
    cursor: sequence.optional(),
    pageSize: z.int().min(1).max(limits.pageSizeMax).default(limits.pageSizeDefault),
  })
  .prefault({});
export type AuditListInput = z.infer<typeof auditListInput>;

/** What was written after an entry that the caller has. */
export const auditNewerInput = z.strictObject({ ...auditFilters, after: sequence });
export type AuditNewerInput = z.infer<typeof auditNewerInput>;
/** As many as are worth a number: where there are more, it stays there. */
export const auditNewerOutput = z.object({ count: z.int() });

export const auditGetInput = z.strictObject({ sequence });

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
  /** A label is what the log says; a name is what it is called now, and null where it is gone. */
  actor: z.object({ publicId: publicId.nullable(), label: z.string(), name: z.string().nullable() }),
  target: z.object({
    type: z.string(),
    publicId: publicId.nullable(),
    label: z.string(),
    /** The name of the person that it is about. */
    person: z.string().nullable(),
    /** What the address of its page holds, if it has one still: a provider's slug, a model's or an admin's id. */
    page: z.string().nullable(),
  }),
  changes: z.array(auditChange),
  via: auditVia,
  /** The name of the token that it was done with. */
  token: z.string().nullable(),
  ip: z.string().nullable(),
  /** As the caller's program calls itself; null where it did not, and in entries of older releases. */
  userAgent: z.string().nullable(),
  requestId: z.string().nullable(),
});
export type AuditEntryOutput = z.infer<typeof auditEntryOutput>;
export const auditListOutput = z.object({ items: z.array(auditEntryOutput), nextCursor: z.string().nullable() });

/** What can be wrong with an entry; `verifyAudit` says what each means. */
const auditProblem = z.enum(['missing', 'order', 'previous', 'hash', 'unexpected', 'unnoted']);

/** After the entry up to which the chain was found sound, or from the first one: so many entries at most. */
export const auditVerifyInput = z
  .strictObject({
    after: sequence.optional(),
    count: z.int().min(1).max(limits.auditPartMax).default(limits.auditPartMax),
  })
  .prefault({});
/** One part of the chain. It is the last one where `through` is `last`, or where there is a fault. */
export const auditVerifyOutput = z.object({
  /** Sound entries in this part. */
  checked: z.int(),
  /** The last of them; null in an empty log. */
  through: z.string().nullable(),
  /** Where the log ends now. */
  last: z.string().nullable(),
  fault: z.object({ sequence: z.string(), problem: auditProblem }).nullable(),
});
export type AuditVerifyOutput = z.infer<typeof auditVerifyOutput>;
