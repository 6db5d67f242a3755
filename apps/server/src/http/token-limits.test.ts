import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApiToken, bySystem, createApiToken, type AIModel, type AIProvider, type User } from '@ai-providers/db';
import { buildModel, buildProvider, buildUser } from '@ai-providers/db/testing';
import { declaredProcedures } from '../testing/declared-procedures.js';
import { openTestServer, type Answer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let owner: User;
let mine: AIProvider;
let other: AIProvider;
let otherModel: AIModel;
beforeAll(async () => {
  server = await openTestServer({ trustedProxies: ['loopback'] });
});
afterAll(() => server.close());
beforeEach(async () => {
  owner = await buildUser();
  mine = await buildProvider({ allowSharedForNormalAdmins: true });
  other = await buildProvider({ allowSharedForNormalAdmins: true });
  await buildModel(mine);
  otherModel = await buildModel(other);
});

const scopes = ['registry:read' as const, 'usage:write' as const, 'keys:resolve' as const];
const make = async (limits: { providers?: string[]; allowedIps?: string[] }) =>
  createApiToken(owner, { name: 'Limited', scopes, ...limits }, bySystem);
const call = (token: string, path: string, input: unknown, ip?: string) =>
  server.call(path, {
    token,
    method: declaredProcedures[path]?.type === 'mutation' ? 'POST' : 'GET',
    ...(input !== undefined && { input }),
    ...(ip !== undefined && { headers: { 'x-forwarded-for': ip } }),
  });
const reasonOf = ({ status, body }: Answer): [number, string | undefined] => [status, body.error?.data.reason];

/** What a token without the scope admin can call, aimed at a provider: a new procedure needs a line here. */
const aimed: Record<string, (provider: AIProvider, model: AIModel) => unknown> = {
  'auth.me': () => undefined,
  'keys.explain': ({ slug }) => ({ provider: slug }),
  'keys.resolve': ({ slug }) => ({ provider: slug }),
  'models.byCapability': () => ({ capability: 'chat' }),
  'models.byProvider': ({ slug }) => ({ slug }),
  'models.get': (_provider, { publicId }) => ({ publicId }),
  'models.list': () => ({}),
  'models.matching': ({ slug }) => ({ filter: { provider: slug }, expectedCount: 1 }),
  'models.providerCounts': () => ({}),
  'providers.active': () => undefined,
  'providers.bySlug': ({ slug }) => ({ slug }),
  'providers.get': ({ slug }) => ({ slug }),
  'providers.list': () => ({}),
  'settings.mine': () => undefined,
  'usage.record': ({ slug }) => ({ provider: slug, requestId: `record ${slug}`, status: 'ok' }),
  'usage.refund': ({ slug }) => ({ requestId: `record ${slug}` }),
  'usage.reserve': ({ slug }) => ({ provider: slug, requestId: `reserve ${slug}` }),
  'usage.settle': ({ slug }) => ({ requestId: `record ${slug}`, status: 'ok' }),
};

describe('a token for some providers', () => {
  it('is tried on every procedure that it can call', () => {
    const open = Object.entries(declaredProcedures).filter(([, { access }]) =>
      scopes.some((scope) => scope === access),
    );
    expect(Object.keys(aimed)).toEqual(open.map(([path]) => path).sort());
  });

  it.each(Object.entries(aimed))('is told nothing of another by %s', async (path, input) => {
    const { token } = await make({ providers: [mine.slug] });
    const { text } = await call(token, path, input(other, otherModel));
    for (const theirs of [other.displayName, other.publicId, otherModel.publicId]) expect(text).not.toContain(theirs);
    expect(text).not.toContain(`"slug":"${other.slug}"`);
  });

  it('does with its own all that it could without the limit', async () => {
    const { token } = await make({ providers: [mine.slug] });
    const slugs = async (path: string) => {
      const { data } = (await call(token, path, undefined)).body.result;
      const rows: { slug?: string; provider?: { slug: string } }[] = data.items ?? data;
      return rows.map(({ slug, provider }) => slug ?? provider?.slug);
    };
    for (const path of ['providers.active', 'providers.list', 'models.list', 'settings.mine'])
      expect(await slugs(path)).toEqual([mine.slug]);
    for (const path of ['keys.resolve', 'keys.explain', 'usage.reserve', 'usage.record'])
      expect((await call(token, path, aimed[path]?.(mine, otherModel))).status, path).toBe(200);
  });

  it.each(['keys.resolve', 'keys.explain', 'usage.reserve', 'usage.record'])('is refused by %s', async (path) => {
    const { token } = await make({ providers: [mine.slug] });
    const refusal = [403, 'TOKEN_PROVIDER_NOT_ALLOWED'];
    expect(reasonOf(await call(token, path, aimed[path]?.(other, otherModel)))).toEqual(refusal);
    const unknown = Object.assign(other, { slug: 'nobody-has-this' });
    expect(reasonOf(await call(token, path, aimed[path]?.(unknown, otherModel)))).toEqual(refusal);
  });

  it('reads another as one that does not exist', async () => {
    const { token } = await make({ providers: [mine.slug] });
    for (const path of ['providers.bySlug', 'providers.get', 'models.get'])
      expect(reasonOf(await call(token, path, aimed[path]?.(other, otherModel)))).toEqual([404, 'NOT_FOUND']);
    expect((await call(token, 'models.byProvider', { slug: other.slug })).body.result.data).toEqual([]);
  });

  it('reaches nothing once its providers are gone, and shares the cache with the others', async () => {
    const { token } = await make({ providers: [mine.slug] });
    const { token: free } = await make({});
    const active = async (of: string) => (await call(of, 'providers.active', undefined)).body.result.data.length;
    const all = await active(free);
    expect([await active(token), await active(free)]).toEqual([1, all]);
    await mine.destroy();
    expect([await active(token), await active(free)]).toEqual([0, all - 1]);
    expect(reasonOf(await call(token, 'usage.reserve', aimed['usage.reserve']?.(mine, otherModel)))[0]).toBe(403);
  });
});

describe('a token for some addresses', () => {
  const me = (token: string, ip: string) => call(token, 'auth.me', undefined, ip);

  it.each([
    [['203.0.113.7'], '203.0.113.7', true],
    [['203.0.113.7'], '203.0.113.8', false],
    [['203.0.113.7'], '::ffff:203.0.113.7', true],
    [['::ffff:203.0.113.0/120'], '203.0.113.9', true],
    [['10.0.0.0/8', '203.0.113.0/24'], '203.0.113.250', true],
    [['10.9.9.9/8'], '10.1.2.3', true],
    [['2001:db8::/32'], '2001:db8:1::1', true],
    [['2001:db8::/32'], '2001:db9::1', false],
    [['0.0.0.0/0'], '2001:db8::1', false],
    [['2001:db8::1'], '203.0.113.7', false],
    [[], '203.0.113.7', true],
  ])('%j is used from %s: %s', async (allowedIps, ip, works) => {
    const { token } = await make({ allowedIps });
    expect((await me(token, ip)).status).toBe(works ? 200 : 401);
  });

  it('is answered elsewhere as one that nobody has, and its owner is told', async () => {
    const { token, record } = await make({ allowedIps: ['203.0.113.7'] });
    const gone = await make({});
    await gone.record.destroy();
    const [refused, unknown] = [await me(token, '198.51.100.1'), await me(gone.token, '198.51.100.1')];
    for (const answer of [refused, unknown]) delete answer.body.error.data.requestId;
    expect([refused.status, refused.body]).toEqual([unknown.status, unknown.body]);
    await record.reload();
    expect(record).toMatchObject({ lastUsedAt: null, lastRefusedIp: '198.51.100.1', lastRefusedAt: expect.any(Date) });
    await me(token, '203.0.113.7');
    await record.reload();
    expect(record).toMatchObject({ lastUsedIp: '203.0.113.7', lastUsedAt: expect.any(Date) });
  });

  it('does not believe an address that no trusted proxy vouches for', async () => {
    const bare = await openTestServer({ database: server.database });
    const { token } = await make({ allowedIps: ['203.0.113.7'] });
    const answer = await bare.call('auth.me', { token, headers: { 'x-forwarded-for': '203.0.113.7' } });
    expect(answer.status).toBe(401);
    await bare.close();
  });

  it('ends on every instance when it is replaced without grace', async () => {
    const second = await openTestServer({ database: server.database, trustedProxies: ['loopback'] });
    const { token, record } = await createApiToken(owner, { name: 'Old', scopes: ['admin'] }, bySystem);
    const [before, answer] = [
      await second.call('auth.me', { token }),
      await call(token, 'tokens.rotate', { publicId: record.publicId, graceHours: 0 }),
    ];
    const next: string = answer.body.result.data.token;
    const after = [await second.call('auth.me', { token }), await second.call('auth.me', { token: next })];
    expect([before, ...after].map(({ status }) => status)).toEqual([200, 401, 200]);
    expect(await ApiToken.count({ where: { userId: owner.id } })).toBe(2);
    await second.close();
  });
});
