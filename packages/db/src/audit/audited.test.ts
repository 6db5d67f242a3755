import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditEntry } from '../models/audit-entry.js';
import { AIProvider } from '../models/ai-provider.js';
import { buildProvider } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { audited, bySystem, recordAudit } from './audited.js';
import { chainStart, hashOf } from './chain.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const facts = { action: 'provider.update' as const, target: { type: 'provider', publicId: null, label: 'x' } };

describe('audited', () => {
  it('undoes the change when its audit row cannot be written', async () => {
    const provider = await buildProvider();
    const tooLong = { ...facts, action: 'a'.repeat(60) as never }; // more than the column holds
    await expect(
      audited(bySystem, async () => {
        await provider.update({ displayName: 'Lost' });
        return [undefined, tooLong];
      }),
    ).rejects.toThrow();
    expect((await AIProvider.findByPublicIdOrThrow(provider.publicId)).displayName).not.toBe('Lost');
  });

  it('writes no row for a change that failed', async () => {
    const before = await AuditEntry.count();
    await expect(audited(bySystem, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await AuditEntry.count()).toBe(before);
  });

  it('hashes a label that is too long as it is stored', async () => {
    await recordAudit(bySystem, { ...facts, target: { ...facts.target, label: `${'a'.repeat(253)}🔑 and more` } });
    const entry = await AuditEntry.findOne({ order: [['id', 'DESC']], rejectOnEmpty: true });
    expect(entry.targetLabel).toHaveLength(254);
    expect(hashOf(entry)).toBe(entry.hash);
  });

  it('chains entries without a gap or a fork, also from writers at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        recordAudit(bySystem, {
          ...facts,
          changes: [
            { field: 'b', to: number },
            { field: 'a', to: { z: 1, a: 2 } },
          ],
        }),
      ),
    );
    const entries = await AuditEntry.findAll({ order: [['id', 'ASC']] });
    let previous = chainStart;
    entries.forEach((entry, index) => {
      expect(entry.id).toBe(String(index + 1));
      expect(entry.previousHash).toBe(previous);
      expect(hashOf(entry)).toBe(entry.hash);
      previous = entry.hash;
    });
    expect(entries.length).toBeGreaterThanOrEqual(20);
  });
});
