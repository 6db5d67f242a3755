import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdminProviderSettings, type AIProvider, type StoredKey, type User } from '@ai-providers/db';
import { buildProvider, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { callersOn } from '../testing/caller.js';
import { outcomeOf } from '../testing/refusal.js';

const keys = { shared: 'sk-the-shared-key-of-all', personal: 'sk-the-personal-key-of-one' };
const both = [true, false];
const stored: StoredKey[] = ['absent', 'readable', 'unreadable'];

/** Every combination of the role, the switches, the choice and the state of both keys. */
const combinations = both.flatMap((isSuperuser) =>
  both.flatMap((isActive) =>
    both.flatMap((allowPersonalKeys) =>
      both.flatMap((allowSharedForNormalAdmins) =>
        both.flatMap((useSharedApi) =>
          stored.flatMap((shared) =>
            stored.map((personal) => ({
              isSuperuser,
              provider: { isActive, allowPersonalKeys, allowSharedForNormalAdmins },
              useSharedApi,
              shared,
              personal,
            })),
          ),
        ),
      ),
    ),
  ),
);

let database: TestDatabase;
let as: Awaited<ReturnType<typeof callersOn>>;
let people: Record<'super' | 'normal', User>;
let provider: AIProvider;
beforeAll(async () => {
  database = await openTestDatabase();
  as = await callersOn(database);
  people = { super: await buildUser({ isSuperuser: true }), normal: await buildUser() };
  provider = await buildProvider();
});
afterAll(() => database.close());

describe('keys.explain and keys.resolve', () => {
  it('agree on every combination of role, switches, choice and key states', async () => {
    expect(combinations).toHaveLength(288);
    const differences: unknown[] = [];
    for (const each of combinations) {
      const user = each.isSuperuser ? people.super : people.normal;
      await arrange(user, each);
      const explained = await as.session(user).keys.explain({ provider: provider.slug });
      const resolving = as.token(user, 'keys:resolve').keys.resolve({ provider: provider.slug });
      const refusal = await outcomeOf(resolving);
      const resolved = refusal ? { code: refusal.reason } : await resolving;
      const told = explained.allowed
        ? { apiKey: keys[each.useSharedApi ? 'shared' : 'personal'], source: explained.source }
        : { code: explained.code };
      if (!Object.entries(told).every(([name, value]) => resolved[name as keyof typeof resolved] === value))
        differences.push({ each, explained, resolved });
    }
    expect(differences).toEqual([]);
  });
});

async function arrange(user: User, each: (typeof combinations)[number]): Promise<void> {
  await provider.update({ ...each.provider, sharedApiKey: each.shared === 'absent' ? '' : keys.shared });
  await AdminProviderSettings.destroy({ where: {} });
  const settings = await AdminProviderSettings.create({
    adminId: user.id,
    providerId: provider.id,
    useSharedApi: each.useSharedApi,
    personalApiKey: each.personal === 'absent' ? '' : keys.personal,
  });
  if (each.shared === 'unreadable') await spoil('ai_providers', 'shared_api_key', provider.id);
  if (each.personal === 'unreadable') await spoil('admin_provider_settings', 'personal_api_key', settings.id);
}

/** As after a change of SECRET_KEY: a token that none of our keys opens. */
async function spoil(table: string, column: string, id: string): Promise<void> {
  await database.sequelize.query(`update ${table} set ${column} = reverse(${column}) where id = $id`, { bind: { id } });
}
