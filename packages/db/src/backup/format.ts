import { z } from 'zod';

/**
 * A backup is gzipped lines of JSON: a header, every row of every table in the header's order, and a trailer with the
 * SHA-256 of all bytes before it. A row is written and read by PostgreSQL itself, so that no digit of a number or of
 * a time is lost on the way.
 */
export const formatName = 'ai-providers-backup';
export const formatVersion = 1;

const tableHeader = z.object({
  name: z.string(),
  columns: z.array(z.string()).min(1),
  rows: z.int().nonnegative(),
  /** A column that counts by itself, and the last number that it gave out: ids of deleted rows are not used again. */
  counters: z.array(z.object({ column: z.string(), last: z.string().regex(/^\d+$/) })),
});
export type TableHeader = z.infer<typeof tableHeader>;

export const header = z.object({
  format: z.literal(formatName),
  version: z.literal(formatVersion),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.string()).min(1),
  /** The key that the database belongs to; null where the SECRET_KEY of the backup was not it. */
  keyId: z.string().nullable(),
  /** How many stored secrets each key opens, that of the backup and its fallbacks. */
  secretsByKey: z.record(z.string(), z.int()),
  tables: z.array(tableHeader),
});
export type BackupHeader = z.infer<typeof header>;

export const anyHeader = z.object({ format: z.literal(formatName), version: z.int() });

export const trailer = z.object({ end: z.literal(true), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
