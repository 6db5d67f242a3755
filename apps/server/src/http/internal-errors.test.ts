import { DatabaseError } from 'sequelize';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { AIModel, AIProvider, AuditEntry, User } from '@ai-providers/db';
import { buildModel, buildProvider } from '@ai-providers/db/testing';
import { openTestServer, type CallOptions, type TestServer } from '../testing/test-server.js';

const canary = 'sk-canary-9d41f0c3-never-to-be-seen';
const inside = /select |insert |update |sequelize|node_modules|\.ts:|ECONN|password|at .*\(/i;

describe.each(['production', 'development'])('an internal error in %s', (mode) => {
  let server: TestServer;
  let token: string;
  beforeAll(async () => {
    vi.stubEnv('NODE_ENV', mode);
    server = await openTestServer();
    const { user } = await server.signIn({ isSuperuser: true });
    token = await server.tokenFor(user, ['admin', 'keys:resolve']);
    await buildModel(await buildProvider({ slug: 'one' }));
  });
  afterEach(() => vi.restoreAllMocks());
  afterAll(async () => {
    vi.unstubAllEnvs();
    await server.close();
  });

  /** A wrong statement of ours, as the database refuses it: with its SQL, its values and its place in the sources. */
  const run = (sql: string) => server.database.sequelize.query(sql);
  const hide = (table: string) => ({
    break: () => run(`alter table ${table} rename to hidden`),
    mend: () => run(`alter table hidden rename to ${table}`),
  });
  const retype = (column: string, type: string) => ({
    break: async () => {
      await run('drop trigger if exists ai_providers_decision on ai_providers'); // which watches this column
      await run(
        `alter table ai_providers alter ${column} drop default, alter ${column} type ${type} using '1'::${type}`,
      );
    },
    mend: () => run(`alter table ai_providers alter ${column} type text using '', alter ${column} set default ''`),
  });
  const throws = (spy: () => { mockRejectedValue(error: unknown): unknown }, error: unknown) => ({
    break: () => spy().mockRejectedValue(error),
    mend: () => vi.restoreAllMocks(),
  });

  interface Case extends CallOptions {
    path: string;
    fault: { break(): unknown; mend(): unknown };
  }
  const post = (input: () => unknown) => ({
    method: 'POST' as const,
    get input() {
      return input();
    },
  });
  const cases: [string, () => Case][] = [
    ['a missing table in a list', () => ({ path: 'models.list', fault: hide('ai_models') })],
    [
      'a missing table behind the cache',
      () => ({ path: 'models.byCapability', input: { capability: 'chat' }, fault: hide('ai_models') }),
    ],
    ['a missing table in a join', () => ({ path: 'settings.mine', fault: hide('admin_provider_settings') })],
    ['a missing table in a count', () => ({ path: 'providers.get', input: { slug: 'one' }, fault: hide('ai_models') })],
    [
      'an insert with a key',
      () => ({
        path: 'providers.create',
        ...post(() => ({ name: canary.slice(-12), sharedApiKey: canary })),
        fault: retype('website', 'integer'),
      }),
    ],
    [
      "a key of one's own",
      () => ({
        path: 'settings.update',
        ...post(() => ({ provider: 'one', personalApiKey: canary })),
        fault: hide('admin_provider_settings'),
      }),
    ],
    [
      'a missing audit log',
      () => ({ path: 'tokens.create', ...post(() => ({ name: canary, scopes: ['admin'] })), fault: hide('audit_log') }),
    ],
    [
      'a missing audit log at the resolver',
      () => ({ path: 'keys.resolve', input: { provider: 'one' }, fault: hide('audit_log') }),
    ],
    [
      'an account with a password',
      () => ({
        path: 'admins.create',
        ...post(() => ({ email: 'a@example.com', name: 'A', password: canary })),
        fault: hide('audit_log'),
      }),
    ],
    [
      'a programming error',
      () => ({
        path: 'providers.list',
        fault: throws(
          () => vi.spyOn(AIProvider, 'findAndCountAll'),
          new TypeError(`at run (/srv/node_modules/x.ts:1) ${canary}`),
        ),
      }),
    ],
    [
      'something thrown that is no error',
      () => ({
        path: 'audit.list',
        fault: throws(() => vi.spyOn(AuditEntry, 'findAll'), `ECONNREFUSED select ${canary}`),
      }),
    ],
    [
      'an answer that does not fit its schema',
      () => ({
        path: 'models.list',
        fault: {
          break: () => run(`update ai_models set capabilities = '["${canary}"]'`),
          mend: () => AIModel.update({ capabilities: ['chat'] }, { where: {} }),
        },
      }),
    ],
  ];

  it.each(cases)('%s: tells nothing but an id, which is in the log', async (_what, make) => {
    const { path, fault, ...options } = make();
    await server.database.cache.clearMatching('*');
    const logLength = server.logged.length;
    await fault.break();
    const answer = await server.call(path, { token, ...options });
    await fault.mend();
    expect([answer.status, answer.body.error.data.reason]).toEqual([500, 'INTERNAL']);
    expect(answer.text).not.toMatch(inside);
    const lines = server.logged.slice(logLength).join('\n');
    expect(lines).toContain(answer.body.error.data.requestId);
    expect(answer.text + lines).not.toContain(canary);
    expect(answer.text + lines).not.toContain('gAAAA');
  });

  it.each([
    ['a value that is too long', 'varchar(9)'],
    ['a value of another type', 'integer'],
  ])('%s in the column of the key: neither the key nor its token is told or logged', async (_what, column) => {
    const fault = retype('shared_api_key', column);
    await fault.break();
    const spy = vi.spyOn(server.database.sequelize, 'query');
    const answer = await server.call('providers.create', {
      method: 'POST',
      token,
      input: { name: `Long ${column}`, sharedApiKey: canary },
    });
    const failures = await Promise.all(
      spy.mock.results.map(({ value }) =>
        (value as Promise<unknown>).then(
          () => undefined,
          (error: unknown) => error,
        ),
      ),
    );
    await fault.mend();
    expect(failures.some((error) => error instanceof DatabaseError)).toBe(true); // the database did refuse the statement
    expect(answer.status).toBe(500);
    for (const place of [answer.text, server.logged.join('\n')]) {
      expect(place).not.toContain(canary);
      expect(place).not.toContain('gAAAA');
    }
  });

  it('a name that is taken, with a key in the statement: told by its reason, without a value', async () => {
    const answer = await server.call('providers.create', {
      method: 'POST',
      token,
      input: { name: 'Two', slug: 'one', sharedApiKey: canary },
    });
    expect([answer.status, answer.body.error.data.reason]).toEqual([409, 'PROVIDER_SLUG_TAKEN']);
    expect(answer.text + server.logged.join('\n')).not.toContain(canary);
  });

  it('for a caller who is nobody is masked as well', async () => {
    vi.spyOn(User, 'count').mockRejectedValue(new Error(`password ${canary} at x (y.ts:1)`));
    const answer = await server.call('system.setupStatus');
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(inside);
  });
});
