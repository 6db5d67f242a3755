import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bySystem } from '../audit/audited.js';
import type { AIModel } from '../models/ai-model.js';
import { AuditEntry } from '../models/audit-entry.js';
import { buildModel, buildProvider } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { updateModel } from './update-model.js';

let database: TestDatabase;
let model: AIModel;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  model = await buildModel(await buildProvider(), { contextWindow: 1000, maxTokens: 500 });
});

describe('updateModel', () => {
  it('checks the output limit against the window that is stored then, also of changes made at once', async () => {
    const results = await Promise.allSettled([
      updateModel(model.publicId, { maxTokens: 900 }, bySystem),
      updateModel(model.publicId, { contextWindow: 600 }, bySystem),
    ]);
    const reasons = results.map((result) => (result.status === 'rejected' ? result.reason : 'done'));
    expect(reasons).toEqual(
      expect.arrayContaining(['done', expect.objectContaining({ reason: 'MAX_TOKENS_ABOVE_CONTEXT' })]),
    );
    const { maxTokens, contextWindow } = await model.reload();
    expect(Number(maxTokens)).toBeLessThanOrEqual(Number(contextWindow));
  });

  it('loses neither of two changes made at once', async () => {
    await Promise.all([
      updateModel(model.publicId, { displayName: 'One' }, bySystem),
      updateModel(model.publicId, { capabilities: ['vision'] }, bySystem),
    ]);
    expect(await model.reload()).toMatchObject({ displayName: 'One', capabilities: ['vision'] });
  });

  it('changes nothing and writes no audit row when it is refused', async () => {
    const before = await AuditEntry.count();
    await expect(updateModel(model.publicId, { displayName: 'Lost', maxTokens: 1001 }, bySystem)).rejects.toMatchObject(
      {
        reason: 'MAX_TOKENS_ABOVE_CONTEXT',
        field: 'maxTokens',
      },
    );
    expect((await model.reload()).displayName).not.toBe('Lost');
    expect(await AuditEntry.count()).toBe(before);
  });
});
