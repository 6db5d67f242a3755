import { QueryTypes, type Options } from 'sequelize';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AIModel } from '@ai-providers/db';
import { buildModel, buildProvider } from '@ai-providers/db/testing';
import { openTestServer, type TestServer } from '../testing/test-server.js';

const strings = [
  "'",
  "''",
  "' or '1'='1",
  "' or 1=1 --",
  "'; drop table users; --",
  "'; delete from ai_providers; select '",
  "') or ('a'='a",
  "1' union select null,null --",
  "' and (select pg_sleep(2)) is null --",
  "'||(select password_hash from users limit 1)||'",
  "\\'; drop table users; --",
  '\\',
  "\\\\'",
  '"',
  '"; drop table users; --',
  '") or 1=1 --',
  '`',
  '$1',
  '$$; drop table users; $$',
  ':replacement',
  '?',
  '%',
  '_',
  '%27 or 1=1',
  '\u02bc or 1=1',
  '\uff07 or \uff071\uff07=\uff071',
  '/**/or/**/1=1',
  '-- ',
  '#',
  ';',
  'name; select 1',
  'name desc nulls last, (select 1)',
  '-name, id',
  'users.password_hash',
  '{"$gt":""}',
  '[object Object]',
  '{"or":[]}',
  'a::text',
  'cast(1 as int)',
  "\u202e' or 1=1",
];

let server: TestServer;
let token: string;
const statements: string[] = [];
const tables = ['users', 'ai_providers', 'ai_models', 'admin_provider_settings', 'api_tokens', 'sessions'];
beforeAll(async () => {
  server = await openTestServer();
  const { user } = await server.signIn({ isSuperuser: true });
  token = await server.tokenFor(user, ['admin', 'keys:resolve']);
  await buildModel(await buildProvider({ name: 'Plain', displayName: 'Plain' }));
  const { options } = server.database.sequelize as unknown as { options: Options }; // public, and missing in the types
  options.logging = (sql) => void statements.push(sql);
});
afterAll(() => server.close());

async function counts(): Promise<number[]> {
  const sql = tables.map((table) => `select count(*)::int as count from ${table}`).join(' union all ');
  const rows = await server.database.sequelize.query<{ count: number }>(sql, {
    type: QueryTypes.SELECT,
    logging: false,
  });
  return rows.map(({ count }) => count);
}

/** Every filter, sort and identifier that a caller may send. */
const doors: [string, (text: string) => [path: string, input: unknown]][] = [
  ['a search of providers', (text) => ['providers.list', { search: text }]],
  ['a search of models', (text) => ['models.list', { search: text }]],
  ['a search of admins', (text) => ['admins.list', { search: text }]],
  ['a search of tokens', (text) => ['tokens.list', { search: text }]],
  ['a sort of providers', (text) => ['providers.list', { sort: text }]],
  ['a sort of models', (text) => ['models.list', { sort: text }]],
  ['a sort of admins', (text) => ['admins.list', { sort: text }]],
  ['a slug', (text) => ['providers.bySlug', { slug: text }]],
  ['a filter by provider', (text) => ['models.list', { provider: text }]],
  ['a capability', (text) => ['models.byCapability', { capability: text }]],
  ['an owner', (text) => ['tokens.list', { owner: text }]],
  ['an actor of the audit log', (text) => ['audit.list', { actor: text }]],
  ['an action of the audit log', (text) => ['audit.list', { action: text }]],
  ['a time of the audit log', (text) => ['audit.list', { from: text }]],
  ['a cursor of the audit log', (text) => ['audit.list', { cursor: text }]],
  ['an admin', (text) => ['settings.forAdmin', { admin: text }]],
  ['a key by provider', (text) => ['keys.resolve', { provider: text }]],
  ['an unknown field', (text) => ['providers.list', { [text]: text }]],
  ['an object for a text', (text) => ['providers.list', { search: { [text]: text } }]],
];

describe('40 strings of an attacker', () => {
  it('are 40', () => expect(new Set(strings).size).toBe(40));

  it.each(doors)('in %s are refused or found nowhere, and never part of a statement', async (_what, requestOf) => {
    const before = await counts();
    for (const text of strings) {
      statements.length = 0;
      const [path, input] = requestOf(text);
      const answer = await server.call(path, { token, input });
      // A search may hold any letters: it matches rows that hold them, here at most the names that end in a digit.
      expect([200, 400, 404], `${path} ${JSON.stringify(input)}: ${answer.text}`).toContain(answer.status);
      if (answer.status === 200) expect(answer.body.result.data.total, text).toBe(0);
      if (text.includes("'")) expect(statements.filter((sql) => sql.includes(unescaped(text)))).toEqual([]);
    }
    expect(await counts()).toEqual(before);
  });

  it('in the authorization header and the cookie are nobody, and reach no statement', async () => {
    const before = await counts();
    statements.length = 0;
    for (const text of strings) {
      const value = encodeURIComponent(text);
      const carriers: Record<string, string>[] = [
        { authorization: `Bearer ${value}` },
        { authorization: value },
        { cookie: `session=${value}` },
      ];
      for (const headers of carriers) {
        const answer = await server.call('providers.list', { headers });
        expect([answer.status, answer.body.error.data.reason]).toEqual([401, 'UNAUTHENTICATED']);
      }
    }
    expect(statements.filter((sql) => strings.some((text) => text.length > 3 && sql.includes(text)))).toEqual([]);
    expect(await counts()).toEqual(before);
  });
});

/** How a statement would hold a text whose quotes were left as they are. */
const unescaped = (text: string) => `%${text.replaceAll('\\', '\\\\')}%`;

describe('a search', () => {
  it('takes % and _ as letters', async () => {
    await buildProvider({ name: '100%_sure', displayName: 'Sure' });
    for (const [search, total] of [
      ['100%', 1],
      ['%_', 1],
      ['_', 1],
      ['%', 1],
      ['100_', 0],
      ['1%e', 0],
      ['\\', 0],
    ] as const) {
      const { body } = await server.call('providers.list', { token, input: { search } });
      expect([search, body.result.data.total]).toEqual([search, total]);
    }
  });

  it('of 100 × % in 20,000 rows takes less than 500 ms', async () => {
    const provider = await buildProvider({ name: 'Many', displayName: 'Many' });
    await server.database.sequelize.query(
      `insert into ai_models (provider_id, name, model_id, display_name)
       select ${provider.id}, 'Model ' || n || ' at 50 %', 'many-' || n, 'Many ' || n from generate_series(1, 20000) n`,
    );
    expect(await AIModel.count()).toBeGreaterThan(20_000);
    const times: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      const from = performance.now();
      const { status, body } = await server.call('models.list', { token, input: { search: '%'.repeat(100) } });
      times.push(performance.now() - from);
      expect([status, body.result.data.total]).toEqual([200, 0]);
    }
    expect(Math.min(...times)).toBeLessThan(500); // the machine may be busy with something else
  });
});
