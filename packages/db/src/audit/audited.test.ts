import { QueryTypes } from 'sequelize';
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

  it('writes what comes at once in few transactions, each caller with their own fate', async () => {
    const before = await AuditEntry.count();
    const tooLong = 'a'.repeat(65); // more than the column of request ids holds
    const records = Array.from({ length: 30 }, (_, number) =>
      recordAudit({ ...bySystem, requestId: number === 17 ? tooLong : String(number) }, facts),
    );
    const fates = await Promise.allSettled(records);
    expect(fates.map(({ status }) => status === 'rejected')).toEqual(fates.map((_, number) => number === 17));
    const entries = await AuditEntry.findAll({ order: [['id', 'ASC']], offset: before });
    expect(entries.map(({ requestId }) => requestId)).toEqual(
      Array.from({ length: 30 }, (_, number) => String(number)).filter((_, number) => number !== 17),
    );
    const calls = Array.from({ length: 30 }, () => recordAudit(bySystem, facts));
    await Promise.all(calls);
    const [row] = await database.sequelize.query<{ transactions: string }>(
      `select count(distinct xmin::text) as transactions from audit_log where id > ${before + 29}`,
      { type: QueryTypes.SELECT },
    );
    expect(Number(row?.transactions)).toBeLessThan(4);
  });

  it('belongs to the transaction that it is recorded in', async () => {
    const before = await AuditEntry.count();
    await expect(
      database.sequelize.transaction(async () => {
        await recordAudit(bySystem, facts);
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    expect(await AuditEntry.count()).toBe(before);
  });
});
