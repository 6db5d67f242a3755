import type { BulkResult } from '@ai-providers/contracts';
import { DomainError, fromDatabase } from '../errors.js';

interface BulkRow {
  publicId: string;
  displayName: string;
}

/**
 * Changes records one after the other, each in a transaction and with an audit row of its own: one that is refused
 * leaves the others alone. Anything but a refusal ends the call; what was done until then stays done.
 */
export async function inBulk<Row extends BulkRow>(rows: readonly Row[], change: Change<Row>): Promise<BulkResult[]> {
  const results: BulkResult[] = [];
  for (const row of rows) results.push(await attempt(row, change));
  return results;
}

/** Answers whether it changed anything, where that matters to the caller. */
type Change<Row> = (row: Row) => Promise<unknown>;

async function attempt<Row extends BulkRow>(row: Row, change: Change<Row>): Promise<BulkResult> {
  const { publicId, displayName: name } = row;
  try {
    const changed = await change(row);
    return { publicId, name, ok: true, ...(typeof changed === 'boolean' && { changed }) };
  } catch (error) {
    const refusal = fromDatabase(error);
    if (!(refusal instanceof DomainError) || refusal.reason === 'DATABASE_UNAVAILABLE') throw error;
    return { publicId, name, ok: false, reason: refusal.reason };
  }
}

/** The results for ids that led to no record, in the order in which they were asked for. */
export function missingFrom(rows: readonly BulkRow[], publicIds: readonly string[]): BulkResult[] {
  const found = new Set(rows.map(({ publicId }) => publicId));
  const missing = [...new Set(publicIds)].filter((publicId) => !found.has(publicId));
  return missing.map((publicId) => ({ publicId, name: null, ok: false, reason: 'NOT_FOUND' }));
}

/** @throws DomainError `COUNT_CHANGED` unless a filter matches as many records as the caller saw */
export function assertCount(expected: number, found: number): void {
  if (found === expected) return;
  throw new DomainError('COUNT_CHANGED', 'The list has changed since it was counted. Look at it again.', {
    params: { expected, found },
  });
}
