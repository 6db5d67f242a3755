import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bySystem, recordAudit, type AuditOrigin, type AuditTarget } from '../audit/audited.js';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import { AuditEntry } from '../models/audit-entry.js';
import { buildModel, buildProvider, buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { createApiToken } from './api-tokens.js';
import { referencesOf } from './audit-references.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function entryOf(target: Pick<AuditTarget, 'type' | 'publicId'>, by: Partial<AuditOrigin> = {}) {
  await recordAudit(
    { ...bySystem, ...by },
    { action: 'provider.update', target: { ...target, label: 'as it was called' } },
  );
  return AuditEntry.findOne({ order: [['id', 'DESC']], rejectOnEmpty: true });
}
const pageOf = async (entry: AuditEntry, activeOnly = false) =>
  (await referencesOf([entry], { activeOnly })).pages.get(entry.targetPublicId ?? '');

describe('referencesOf', () => {
  it('names who acted, with which token, and whom a record is about', async () => {
    const [ada, bob] = [await buildUser({ name: 'Ada' }), await buildUser({ name: 'Bob' })];
    const by = { ...bySystem, actor: { publicId: ada.publicId, label: ada.email } };
    const { record } = await createApiToken(ada, { name: 'nightly', scopes: ['admin'] }, by);
    const settings = await AdminProviderSettings.create({ adminId: bob.id, providerId: (await buildProvider()).id });
    const target = { type: 'settings', publicId: settings.publicId };
    const entry = await entryOf(target, { ...by, via: 'token', viaPublicId: record.publicId });
    const { people, tokens, pages } = await referencesOf([entry], { activeOnly: false });
    expect([...people]).toEqual([
      [ada.publicId, 'Ada'],
      [settings.publicId, 'Bob'],
    ]);
    expect([...tokens]).toEqual([[record.publicId, 'nightly']]);
    expect(pages.get(settings.publicId)).toBe(bob.publicId);
  });

  it('knows the pages of providers, models and people', async () => {
    const provider = await buildProvider();
    const model = await buildModel(provider);
    const user = await buildUser();
    expect(await pageOf(await entryOf({ type: 'provider', publicId: provider.publicId }))).toBe(provider.slug);
    expect(await pageOf(await entryOf({ type: 'model', publicId: model.publicId }))).toBe(model.publicId);
    expect(await pageOf(await entryOf({ type: 'user', publicId: user.publicId }))).toBe(user.publicId);
  });

  it('has nothing for what is gone, or was never a record', async () => {
    const provider = await buildProvider();
    const entry = await entryOf({ type: 'provider', publicId: provider.publicId });
    await provider.destroy();
    expect(await pageOf(entry)).toBeUndefined();
    const none = await referencesOf([await entryOf({ type: 'system', publicId: null })], { activeOnly: false });
    expect([none.people.size, none.tokens.size, none.pages.size]).toEqual([0, 0, 0]);
  });

  it('leaves out the pages that a reader of active records does not have', async () => {
    const provider = await buildProvider({ isActive: false });
    const model = await buildModel(provider);
    for (const target of [
      { type: 'provider', publicId: provider.publicId },
      { type: 'model', publicId: model.publicId },
    ]) {
      const entry = await entryOf(target);
      expect(await pageOf(entry, true)).toBeUndefined();
      expect(await pageOf(entry)).toBeDefined();
    }
  });
});
