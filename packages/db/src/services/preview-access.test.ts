import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import type { AIProvider } from '../models/ai-provider.js';
import { User } from '../models/user.js';
import { buildProvider, buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { previewAccess } from './preview-access.js';

let database: TestDatabase;
let provider: AIProvider;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await User.destroy({ where: {} });
  provider = await buildProvider({ allowSharedForNormalAdmins: true });
});

const choose = (user: User, useSharedApi: boolean, personalApiKey = 'sk-personal-key-of-a-test') =>
  AdminProviderSettings.create({ adminId: user.id, providerId: provider.id, useSharedApi, personalApiKey });

describe('previewAccess', () => {
  it('counts who would lose the shared key, and who of them has one of their own', async () => {
    await choose(await buildUser(), true);
    await choose(await buildUser(), true, '');
    await buildUser(); // has stored nothing
    await choose(await buildUser(), false);
    await buildUser({ isSuperuser: true });
    await buildUser({ isActive: false });
    expect(await previewAccess(provider, { allowSharedForNormalAdmins: false })).toEqual({
      admins: 5,
      gain: 0,
      move: 0,
      lose: 3,
      canSwitch: 1,
    });
  });

  it('counts who would gain one', async () => {
    await provider.update({ allowPersonalKeys: false });
    await choose(await buildUser(), false);
    await choose(await buildUser(), false, '');
    expect(await previewAccess(provider, { allowPersonalKeys: true })).toMatchObject({ gain: 1, lose: 0 });
  });

  it('counts everybody, super admins included, where the provider would be switched off', async () => {
    await buildUser();
    await buildUser({ isAdminFull: true });
    expect(await previewAccess(provider, { providerActive: false })).toMatchObject({ lose: 2, canSwitch: 0 });
  });

  it('changes nothing, and finds nothing where nothing is flipped', async () => {
    await choose(await buildUser(), true);
    const none = { admins: 1, gain: 0, move: 0, lose: 0, canSwitch: 0 };
    expect(await previewAccess(provider, {})).toEqual(none);
    expect(await previewAccess(provider, { allowPersonalKeys: undefined, providerActive: undefined })).toEqual(none);
    expect((await provider.reload()).allowSharedForNormalAdmins).toBe(true);
  });

  it('agrees with the decisions that follow when the switches really are flipped', async () => {
    const person = fc.record({ isSuperuser: fc.boolean(), useSharedApi: fc.boolean(), hasKey: fc.boolean() });
    const switches = fc.record({
      isActive: fc.boolean(),
      allowPersonalKeys: fc.boolean(),
      allowSharedForNormalAdmins: fc.boolean(),
    });
    const setup = fc.record({ people: fc.array(person, { maxLength: 6 }), before: switches, after: switches });
    await fc.assert(
      fc.asyncProperty(setup, async ({ people, before, after: { isActive, ...flags } }) => {
        await User.destroy({ where: {} });
        await provider.update(before);
        for (const { isSuperuser, useSharedApi, hasKey } of people)
          await choose(await buildUser({ isSuperuser }), useSharedApi, hasKey ? undefined : '');
        const had = await whoGetsOne();
        const preview = await previewAccess(provider, { providerActive: isActive, ...flags });
        await provider.update({ isActive, ...flags });
        const has = await whoGetsOne();
        expect(preview).toMatchObject({
          admins: people.length,
          gain: [...has].filter((id) => !had.has(id)).length,
          lose: [...had].filter((id) => !has.has(id)).length,
        });
      }),
      { numRuns: 40 },
    );
  });
});

async function whoGetsOne(): Promise<Set<string>> {
  const users = await User.findAll();
  const settings = await Promise.all(users.map((user) => AdminProviderSettings.findOrBuildFor(user, provider)));
  return new Set(settings.filter((row) => row.explainKey().allowed).map(({ adminId }) => adminId));
}
