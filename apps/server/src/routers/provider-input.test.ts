import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AIProvider } from '@ai-providers/db';
import { buildProvider, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { callersOn } from '../testing/caller.js';
import { refusalOf } from '../testing/refusal.js';

let database: TestDatabase;
let providers: ReturnType<Awaited<ReturnType<typeof callersOn>>['session']>['providers'];
let provider: AIProvider;
beforeAll(async () => {
  database = await openTestDatabase();
  const as = await callersOn(database);
  providers = as.session(await buildUser({ isSuperuser: true })).providers;
});
afterAll(() => database.close());
beforeEach(async () => {
  provider = await buildProvider();
});

/** Sends what the types do not allow. */
const create = (input: object) => providers.create(input as { name: string });
const update = (patch: object) => providers.update({ publicId: provider.publicId, patch });

const nested = (depth: number): object => (depth === 0 ? {} : { a: nested(depth - 1) });
const wide = (keys: number) => Object.fromEntries(Array.from({ length: keys }, (_, key) => [`k${key}`, 1]));
const fernetToken = 'gAAAAABmY2FuYXJ5LXRva2VuLW9mLWFub3RoZXItc3lzdGVt';

const bad: Array<[what: string, field: string, value: unknown, reason: string]> = [
  ['an empty name', 'name', '', 'REQUIRED'],
  ['a name of blanks', 'name', '   ', 'REQUIRED'],
  ['a name of 101 characters', 'name', 'x'.repeat(101), 'TOO_LONG'],
  ['a name with a null byte', 'name', 'a\u0000b', 'UNSTORABLE_TEXT'],
  ['half of a surrogate pair', 'name', 'a\ud800', 'UNSTORABLE_TEXT'],
  ['a name that is a number', 'name', 5, 'WRONG_TYPE'],
  ['a slug in capitals', 'slug', 'OpenAI', 'INVALID_FORMAT'],
  ['a slug that is a path', 'slug', '../etc', 'INVALID_FORMAT'],
  ['a slug in Persian', 'slug', 'هوش', 'INVALID_FORMAT'],
  ['a slug with a doubled hyphen', 'slug', 'a--b', 'INVALID_FORMAT'],
  ['an address that is none', 'apiBaseUrl', 'api.example.com', 'INVALID_URL'],
  ['another scheme', 'apiBaseUrl', 'ftp://api.example.com', 'URL_SCHEME'],
  ['a script for an address', 'website', 'javascript://%0aalert(1)', 'URL_SCHEME'],
  ['an address with credentials', 'apiBaseUrl', 'https://user:pass@api.example.com', 'URL_CREDENTIALS'],
  ['an address with a user name', 'apiBaseUrl', 'https://user@api.example.com', 'URL_CREDENTIALS'],
  ['an address with a fragment', 'apiBaseUrl', 'https://api.example.com/#v1', 'URL_FRAGMENT'],
  ['an address above 2,048 characters', 'apiBaseUrl', `https://example.com/${'a'.repeat(2048)}`, 'TOO_LONG'],
  ['an empty key', 'sharedApiKey', '', 'REQUIRED'],
  ['a key of blanks', 'sharedApiKey', '  ', 'REQUIRED'],
  ['a key above 4 KB', 'sharedApiKey', 'k'.repeat(4097), 'TOO_LONG'],
  ['a key that looks encrypted', 'sharedApiKey', fernetToken, 'SECRET_LOOKS_ENCRYPTED'],
  ['a key that looks encrypted behind blanks', 'sharedApiKey', ` ${fernetToken}`, 'SECRET_LOOKS_ENCRYPTED'],
  [
    'a key that is encrypted after January 2038',
    'sharedApiKey',
    fernetToken.replace('gAAAAAB', 'gAAAAAC'),
    'SECRET_LOOKS_ENCRYPTED',
  ],
  ['a config that is a list', 'config', [], 'CONFIG_NOT_OBJECT'],
  ['a config that is null', 'config', null, 'CONFIG_NOT_OBJECT'],
  ['a config that is text', 'config', '{}', 'CONFIG_NOT_OBJECT'],
  ['a config with __proto__', 'config', JSON.parse('{"__proto__":{"isAdmin":true}}'), 'CONFIG_FORBIDDEN_KEY'],
  [
    'a config with a constructor inside',
    'config',
    { a: JSON.parse('{"constructor":{}}') as object },
    'CONFIG_FORBIDDEN_KEY',
  ],
  ['a config nested 9 levels deep', 'config', nested(8), 'CONFIG_TOO_DEEP'],
  [
    'a config nested 5,000 levels deep',
    'config',
    JSON.parse('{"a":'.repeat(5_000) + '1' + '}'.repeat(5_000)),
    'CONFIG_TOO_DEEP',
  ],
  ['a config above 32 KB', 'config', { a: 'x'.repeat(32 * 1024) }, 'CONFIG_TOO_LARGE'],
  ['a config above 32 KB in UTF-8 only', 'config', { a: 'ه'.repeat(17 * 1024) }, 'CONFIG_TOO_LARGE'],
  ['a config of 501 keys', 'config', wide(501), 'CONFIG_TOO_MANY_KEYS'],
  ['a config with a null byte', 'config', { a: '\u0000' }, 'UNSTORABLE_TEXT'],
  ['an order that is no whole number', 'sortOrder', 1.5, 'NOT_A_WHOLE_NUMBER'],
  ['an order that no column holds', 'sortOrder', 2_147_483_648, 'TOO_BIG'],
  ['a switch that is text', 'allowPersonalKeys', 'yes', 'WRONG_TYPE'],
];

describe('a provider’s input', () => {
  it.each(bad)('is refused with %s (%s)', async (_what, field, value, reason) => {
    const rows = await AIProvider.count();
    const created = await refusalOf(create({ name: 'Valid', [field]: value }));
    expect(created).toMatchObject({
      code: 'BAD_REQUEST',
      reason: 'VALIDATION_FAILED',
      field,
      fieldErrors: { [field]: { reason } },
    });
    const updated = await refusalOf(update({ [field]: value }));
    expect(updated).toMatchObject({
      reason: 'VALIDATION_FAILED',
      field: `patch.${field}`,
      fieldErrors: { [`patch.${field}`]: { reason } },
    });
    expect(await AIProvider.count()).toBe(rows);
  });

  it.each([
    'id',
    'publicId',
    'public_id',
    'createdAt',
    'updatedAt',
    'totalRequests',
    'total_requests',
    'lastUsedAt',
    'shared_api_key',
    'sharedApiKeyLast4',
    'sharedApiKeyBinding',
    'sharedApiKeyUpdatedAt',
    'secret_ciphertext',
    'ownerId',
    'isSuperuser',
    'is_admin_full',
    'model',
    'settings',
    'can',
    'hooks',
    'transaction',
    'where',
    'apiKey',
    'is_active',
  ])('is refused with the unknown field %s, and changes nothing', async (field) => {
    const before = (await provider.reload()).get({ plain: true });
    expect(await refusalOf(create({ name: 'Valid', [field]: 1 }))).toMatchObject({
      field,
      fieldErrors: { [field]: { reason: 'UNKNOWN_FIELD' } },
    });
    const path = `patch.${field}`;
    expect(await refusalOf(update({ [field]: 1 }))).toMatchObject({
      field: path,
      fieldErrors: { [path]: { reason: 'UNKNOWN_FIELD' } },
    });
    expect((await provider.reload()).get({ plain: true })).toEqual(before);
  });

  it('is refused with a config whose known keys have a wrong shape, by the key', async () => {
    const refusal = await refusalOf(create({ name: 'Valid', config: { timeouts: { connect_ms: 'soon' } } }));
    expect(refusal.fieldErrors).toEqual({
      'config.timeouts.connect_ms': { reason: 'CONFIG_INVALID', message: expect.any(String) },
    });
  });

  it('names every field at fault', async () => {
    const refusal = await refusalOf(create({ slug: 'A', sortOrder: 'x' }));
    expect(Object.keys(refusal.fieldErrors ?? {}).sort()).toEqual(['name', 'slug', 'sortOrder']);
    expect(refusal.fieldErrors?.name?.reason).toBe('REQUIRED');
  });

  it('never repeats a key in a refusal', async () => {
    const refusal = await refusalOf(create({ name: '', sharedApiKey: fernetToken }));
    expect(JSON.stringify(refusal)).not.toContain(fernetToken);
  });

  it.each([
    ['name', 'PROVIDER_NAME_TAKEN'],
    ['slug', 'PROVIDER_SLUG_TAKEN'],
  ] as const)('is refused with a %s that exists', async (field, reason) => {
    const refusal = await refusalOf(create({ name: 'Another', [field]: provider[field] }));
    expect(refusal).toMatchObject({ code: 'CONFLICT', reason, field, fieldErrors: { [field]: { reason } } });
  });

  it('may hold all that is odd and fine', async () => {
    const made = await create({
      name: `هوش\u200cمصنوعی ${'👩🏽‍🚀'.repeat(2)}`,
      website: '',
      apiBaseUrl: 'http://127.0.0.1:11434/v1',
      sharedApiKey: '  sk-کلید-with-any-letters  ',
      config: { ...nested(7), unknown_key: [1, 'x', null, { deep: true }] },
      sortOrder: -5,
    });
    expect(made).toMatchObject({
      website: '',
      apiBaseUrl: 'http://127.0.0.1:11434/v1',
      config: { unknown_key: [1, 'x', null, { deep: true }] },
      sortOrder: -5,
    });
    expect((await AIProvider.findByPublicIdOrThrow(made.publicId)).getSharedApiKey()).toBe('sk-کلید-with-any-letters');
  });
});

describe('providers.list', () => {
  it.each([
    [{ page: 0 }, 'page'],
    [{ pageSize: 101 }, 'pageSize'],
    [{ pageSize: 1e9 }, 'pageSize'],
    [{ sort: 'password_hash' }, 'sort'],
    [{ sort: 'name; drop table users' }, 'sort'],
    [{ search: 'x'.repeat(101) }, 'search'],
    [{ limit: 5 }, 'limit'],
  ])('refuses %j', async (input, field) => {
    expect(await refusalOf(providers.list(input as object))).toMatchObject({ reason: 'VALIDATION_FAILED', field });
  });
});
