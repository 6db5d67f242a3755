import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AIProvider, type User } from '@ai-providers/db';
import { buildProvider, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { callersOn } from '../testing/caller.js';
import { refusalOf } from '../testing/refusal.js';

let database: TestDatabase;
let as: Awaited<ReturnType<typeof callersOn>>;
let normal: User;
let superAdmin: User;
let provider: AIProvider;
beforeAll(async () => {
  database = await openTestDatabase();
  as = await callersOn(database);
  normal = await buildUser();
  superAdmin = await buildUser({ isSuperuser: true });
});
afterAll(() => database.close());
beforeEach(async () => {
  provider = await buildProvider({ apiBaseUrl: 'https://api.example.com/v1', sharedApiKey: 'sk-the-stored-key' });
});

type Update = Parameters<ReturnType<typeof as.session>['providers']['update']>[0];
const update = (patch: Update['patch'], more: Partial<Update> = {}) =>
  as.session(superAdmin).providers.update({ publicId: provider.publicId, patch, ...more });
const storedKey = async () => {
  const row = await AIProvider.findByPublicIdOrThrow(provider.publicId);
  return row.hasStoredKey ? row.getSharedApiKey() : null;
};

describe('providers.update', () => {
  it('clears the shared key with an address on another origin, and says so in its answer', async () => {
    const answer = await update({ apiBaseUrl: 'https://evil.example/v1' });
    expect(answer.sharedApiKey).toEqual({ set: false, last4: null, readable: false, updatedAt: null });
    expect(await storedKey()).toBeNull();
  });

  it('takes a new key in the same save', async () => {
    const answer = await update({ apiBaseUrl: 'https://new.example/v1', sharedApiKey: 'sk-for-the-new-host' });
    expect(answer.sharedApiKey).toMatchObject({ set: true, last4: 'host', readable: true });
    expect(await storedKey()).toBe('sk-for-the-new-host');
  });

  it('keeps the key for another path on the same origin', async () => {
    await update({ apiBaseUrl: 'https://api.example.com/v2' });
    expect(await storedKey()).toBe('sk-the-stored-key');
  });

  it('keeps a key that is absent and removes one that is null', async () => {
    await update({ displayName: 'Renamed' });
    expect(await storedKey()).toBe('sk-the-stored-key');
    expect((await update({ sharedApiKey: null })).sharedApiKey.set).toBe(false);
    expect(await storedKey()).toBeNull();
  });

  it('keeps both of two saves of different fields made at once', async () => {
    await Promise.all([update({ displayName: 'One' }), update({ website: 'https://two.example' })]);
    await provider.reload();
    expect(provider).toMatchObject({ displayName: 'One', website: 'https://two.example' });
  });

  it('lets one of two savers through who both saw the same record', async () => {
    const { updatedAt } = await as.session(superAdmin).providers.get({ slug: provider.slug });
    await update({ displayName: 'First' }, { expectedUpdatedAt: updatedAt });
    await expect(provider.reload()).resolves.toMatchObject({ displayName: 'First' });
    await database.sequelize.query(`update ai_providers set updated_at = updated_at + interval '1 ms' where id = $id`, {
      bind: { id: provider.id },
    });
    const late = await refusalOf(update({ displayName: 'Second' }, { expectedUpdatedAt: updatedAt }));
    expect(late).toEqual({ code: 'CONFLICT', reason: 'EDIT_CONFLICT' });
    await provider.reload();
    expect(provider.displayName).toBe('First');
  });

  it('refuses a normal admin and sends the key nowhere', async () => {
    const call = as
      .session(normal)
      .providers.update({ publicId: provider.publicId, patch: { apiBaseUrl: 'https://evil.example' } });
    expect(await refusalOf(call)).toEqual({ code: 'FORBIDDEN', reason: 'FORBIDDEN' });
    expect(await storedKey()).toBe('sk-the-stored-key');
  });

  it.each([
    ['name', 'PROVIDER_NAME_TAKEN'],
    ['slug', 'PROVIDER_SLUG_TAKEN'],
  ] as const)('refuses a %s of another provider, and says which field', async (field, reason) => {
    const other = await buildProvider();
    const refusal = await refusalOf(update({ [field]: other[field] }));
    expect(refusal).toMatchObject({
      code: 'CONFLICT',
      reason,
      field: `patch.${field}`,
      fieldErrors: { [`patch.${field}`]: { reason } },
    });
  });

  it('answers for an unknown id as for a deleted one', async () => {
    const { publicId } = provider;
    await provider.destroy();
    expect(await refusalOf(update({}, { publicId }))).toEqual({ code: 'NOT_FOUND', reason: 'NOT_FOUND' });
  });

  it('moves a provider to a new slug, under which alone it is found', async () => {
    await update({ slug: `moved-${provider.slug}` });
    const caller = as.session(superAdmin).providers;
    expect((await caller.bySlug({ slug: `moved-${provider.slug}` })).publicId).toBe(provider.publicId);
    expect(await refusalOf(caller.bySlug({ slug: provider.slug }))).toMatchObject({ reason: 'NOT_FOUND' });
  });
});
