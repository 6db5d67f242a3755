import { adminListInput, modelListInput, providerListInput, tokenListInput } from '@ai-providers/contracts';
import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bySystem } from './audit/audited.js';
import { AIProvider } from './models/ai-provider.js';
import { User } from './models/user.js';
import { nameOrder } from './name-order.js';
import { createApiToken } from './services/api-tokens.js';
import { listAdmins } from './services/list-admins.js';
import { listApiTokens } from './services/list-api-tokens.js';
import { listModels } from './services/list-models.js';
import { listProviders } from './services/list-providers.js';
import { buildModel, buildProvider, buildUser } from './testing/factories.js';
import { openTestDatabase, type TestDatabase } from './testing/test-database.js';

const inOrder = [
  ...['10 bits', '۱۱ بیت', 'apple', 'Banana', 'Zebra', 'zebras'],
  ...['آبی', 'ابر', 'بادام', 'پاییز', 'تابان', 'چشمه', 'ژاله', 'کاوه', 'گندم', 'نرگس', 'ورق', 'هوشیار', 'یاس'],
];
const mixed = inOrder.toReversed();
const everybody = { activeOnly: false, slugs: null };
const namesOf = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  const owner = await buildUser({ name: 'owner', email: 'owner@example.com' });
  const own = await buildProvider({ name: 'کاوه', sortOrder: 0 });
  for (const name of mixed) {
    if (name !== own.name) await buildProvider({ name, sortOrder: 0 });
    await buildModel(own, { name, sortOrder: 0 });
    await buildUser({ name });
    await createApiToken(owner, { name, scopes: ['registry:read'] }, bySystem);
  }
});
afterAll(() => database.close());

const providers = async (query: object) =>
  namesOf((await listProviders(providerListInput.parse(query), everybody)).providers);
const models = async (query: object) => namesOf((await listModels(modelListInput.parse(query), everybody)).models);
const admins = async (query: object) =>
  namesOf((await listAdmins(adminListInput.parse(query))).admins).filter((name) => name !== 'owner');
const tokens = async (query: object) => namesOf((await listApiTokens(tokenListInput.parse(query), null)).tokens);

describe('names', () => {
  it.each([
    ['providers', providers],
    ['models', models],
    ['admins', admins],
    ['tokens', tokens],
  ])('of %s stand as people sort them, both ways', async (_what, list) => {
    expect(await list({ sort: 'name', pageSize: 100 })).toEqual(inOrder);
    expect(await list({ sort: '-name', pageSize: 100 })).toEqual(inOrder.toReversed());
  });

  it('stand so where nothing is asked', async () => {
    expect(await providers({ pageSize: 100 })).toEqual(inOrder);
    expect(await models({ pageSize: 100 })).toEqual(inOrder);
  });

  it('come page by page without an overlap, also where they are the same', async () => {
    const provider = await AIProvider.findOne({ rejectOnEmpty: true });
    for (let number = 0; number < 7; number += 1) await buildModel(provider, { name: 'همنام', sortOrder: 0 });
    const pages = await Promise.all(
      [1, 2, 3, 4].map(async (page) => {
        const input = modelListInput.parse({ search: 'همنام', sort: '-name', page, pageSize: 2 });
        return (await listModels(input, everybody)).models.map(({ id }) => id);
      }),
    );
    expect(new Set(pages.flat()).size).toBe(7);
  });

  it('are sorted alike where the database has no collation for it', async () => {
    const rows = await User.sequelize?.query<{ name: string }>(
      `select name from users where name = any($names) order by ${nameOrder(undefined, 'name')}`,
      { bind: { names: inOrder }, type: QueryTypes.SELECT },
    );
    expect(namesOf(rows ?? [])).toEqual(inOrder);
  });
});
