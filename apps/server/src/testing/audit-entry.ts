import { AuditEntry, bySystem, recordAudit } from '@ai-providers/db';

/** Writes an entry of nobody's, and tells its place in the chain. */
export async function newEntry(): Promise<string> {
  await recordAudit(bySystem, { action: 'seed.run', target: { type: 'catalogue', publicId: null, label: 'test' } });
  return String(await AuditEntry.max('id'));
}
