import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AdminProviderSettings, type AIProvider, type User } from '@ai-providers/db';
import { buildProvider, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { callersOn } from '../testing/caller.js';
import { outcomeOf, refusalOf } from '../testing/refusal.js';

const unknown = '00000000-0000-4000-8000-000000000000';
const shared = 'sk-the-shared-key';
const personal = 'sk-the-personal-key';

let database: TestDatabase;
let as: Awaited<ReturnType<typeof callersOn>>;
let normal: User;
let superAdmin: User;
let provider: AIProvider;
beforeAll(async () => {
  database = await openTestDatabase();
  as = await callersOn(database);
});
afterAll(() => database.close());
beforeEach(async () => {
  normal = await buildUser();
  superAdmin = await buildUser({ isSuperuser: true });
  provider = await buildProvider({ sharedApiKey: shared, allowPersonalKeys: false });
});

const resolve = (user: User) => as.token(user, 'keys:resolve').keys.resolve({ provider: provider.slug });
const explain = (user: User, admin?: string) =>
  as.session(user).keys.explain({ provider: provider.slug, ...(admin && { admin }) });
const choose = (user: User, useSharedApi: boolean, personalApiKey = personal) =>
  AdminProviderSettings.create({ adminId: user.id, providerId: provider.id, useSharedApi, personalApiKey });

interface Case {
  rank: 'super' | 'normal';
  uses: 'shared' | 'personal';
  allow?: { allowPersonalKeys?: boolean; allowSharedForNormalAdmins?: boolean };
  gives: string;
}

describe('keys.resolve', () => {
  it.each<Case>([
    { rank: 'super', uses: 'shared', gives: shared },
    { rank: 'super', uses: 'personal', gives: personal },
    { rank: 'normal', uses: 'shared', allow: { allowSharedForNormalAdmins: true }, gives: shared },
    { rank: 'normal', uses: 'shared', allow: { allowPersonalKeys: true }, gives: 'SHARED_KEY_NOT_ALLOWED' },
    { rank: 'normal', uses: 'personal', allow: { allowPersonalKeys: true }, gives: personal },
    {
      rank: 'normal',
      uses: 'personal',
      allow: { allowSharedForNormalAdmins: true },
      gives: 'PERSONAL_KEYS_NOT_ALLOWED',
    },
  ])('with $allow gives a $rank admin who uses the $uses key: $gives', async ({ rank, uses, allow = {}, gives }) => {
    const admin = rank === 'super' ? superAdmin : normal;
    await choose(admin, uses === 'shared');
    await provider.update(allow);
    const decision = await explain(admin);
    const refusal = await outcomeOf(resolve(admin));
    if (refusal) {
      expect(refusal).toEqual({ code: 'FORBIDDEN', reason: gives });
      expect(decision).toMatchObject({ allowed: false, code: gives, source: uses });
      return;
    }
    expect(await resolve(admin)).toEqual({
      apiKey: gives,
      source: uses,
      apiBaseUrl: provider.apiBaseUrl,
      provider: provider.slug,
    });
    expect(decision).toMatchObject({ allowed: true, source: uses });
  });

  it('falls back to no other key where the chosen one is missing', async () => {
    await choose(superAdmin, false, '');
    expect(await refusalOf(resolve(superAdmin))).toEqual({ code: 'CONFLICT', reason: 'KEY_NOT_CONFIGURED' });
    await choose(normal, true);
    await provider.update({ sharedApiKey: '', allowSharedForNormalAdmins: true, allowPersonalKeys: true });
    expect(await refusalOf(resolve(normal))).toEqual({ code: 'CONFLICT', reason: 'KEY_NOT_CONFIGURED' });
  });

  it('gives no key of a switched-off provider', async () => {
    await provider.update({ isActive: false });
    expect(await refusalOf(resolve(superAdmin))).toEqual({ code: 'CONFLICT', reason: 'PROVIDER_INACTIVE' });
  });

  it('refuses by name a key that was copied from another row', async () => {
    const other = await buildProvider({ sharedApiKey: 'sk-of-another-row' });
    await database.sequelize.query(
      `update ai_providers as a set shared_api_key = b.shared_api_key, shared_api_key_binding = b.shared_api_key_binding
       from ai_providers as b where a.id = $to and b.id = $from`,
      { bind: { from: other.id, to: provider.id } },
    );
    expect(await refusalOf(resolve(superAdmin))).toMatchObject({ reason: 'KEY_UNREADABLE' });
    expect(await explain(superAdmin)).toMatchObject({ allowed: false, code: 'KEY_UNREADABLE' });
  });

  it('gives nobody another admin’s personal key', async () => {
    await provider.update({ allowPersonalKeys: true });
    const stranger = await buildUser();
    await choose(stranger, false);
    await choose(normal, false, '');
    expect(await refusalOf(resolve(normal))).toMatchObject({ reason: 'KEY_NOT_CONFIGURED' });
  });

  it('answers 404 for a provider that does not exist', async () => {
    const call = as.token(superAdmin, 'keys:resolve').keys.resolve({ provider: 'nobody' });
    expect(await refusalOf(call)).toEqual({ code: 'NOT_FOUND', reason: 'NOT_FOUND' });
  });

  it('never answers a browser session, not even a super admin’s', async () => {
    const refusal = await refusalOf(as.session(superAdmin).keys.resolve({ provider: provider.slug }));
    expect(refusal).toEqual({ code: 'FORBIDDEN', reason: 'TOKEN_REQUIRED' });
  });

  it('gives the key of a save at the next call', async () => {
    await resolve(superAdmin);
    await as
      .session(superAdmin)
      .providers.update({ publicId: provider.publicId, patch: { sharedApiKey: 'sk-the-next-key' } });
    expect((await resolve(superAdmin)).apiKey).toBe('sk-the-next-key');
  });
});

describe('keys.explain', () => {
  it('lists the rules up to the one that refused', async () => {
    const { steps } = await explain(normal);
    expect(steps.map(({ rule, outcome, detail }) => [rule, outcome, detail])).toEqual([
      ['account_active', 'passed', 'active'],
      ['provider_active', 'passed', 'active'],
      ['key_choice', 'passed', 'shared'],
      ['choice_allowed', 'failed', 'shared_not_allowed'],
    ]);
  });

  it('holds no key', async () => {
    const decision = await explain(superAdmin);
    expect(decision.steps).toHaveLength(6);
    expect(JSON.stringify(decision)).not.toContain('sk-');
  });

  it('answers a super admin about anybody, a switched-off account included', async () => {
    await normal.update({ isActive: false });
    expect(await explain(superAdmin, normal.publicId)).toMatchObject({ allowed: false, code: 'ACCOUNT_INACTIVE' });
  });

  it('answers a normal admin about themselves, and about others as about nobody', async () => {
    expect(await explain(normal, normal.publicId)).toEqual(await explain(normal));
    const about = await refusalOf(explain(normal, superAdmin.publicId));
    expect(about).toEqual({ code: 'NOT_FOUND', reason: 'NOT_FOUND' });
    expect(await refusalOf(explain(normal, unknown))).toEqual(about);
  });

  it('gives a super admin’s reader token no view of others', async () => {
    const call = as
      .token(superAdmin, 'registry:read')
      .keys.explain({ provider: provider.slug, admin: normal.publicId });
    expect(await refusalOf(call)).toMatchObject({ reason: 'NOT_FOUND' });
  });
});
