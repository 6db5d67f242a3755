import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AdminProviderSettings, bySystem, deleteProvider, expireReservations, setLimit } from '@ai-providers/db';
import type { AIProvider, User } from '@ai-providers/db';
import { buildModel, buildProvider, buildUser } from '@ai-providers/db/testing';
import { openTestServer, type TestServer } from '../testing/test-server.js';

const noon = Date.UTC(2026, 10, 24, 12);
const minute = 60_000;
let clock = noon;
let server: TestServer;
let admin: User;
let token: string;
let provider: AIProvider;
beforeAll(async () => {
  server = await openTestServer({ now: () => new Date(clock), reservationTtlMs: 20 * minute });
});
afterAll(() => server.close());
beforeEach(async () => {
  clock = noon;
  admin = await buildUser();
  token = await server.tokenFor(admin, ['usage:write']);
  provider = await buildProvider({ allowSharedForNormalAdmins: true });
});

const post = (path: string, input: unknown, by = token) =>
  server.call(`usage.${path}`, { method: 'POST', token: by, input });
const reserve = (requestId: string, more: object = {}) =>
  post('reserve', { provider: provider.slug, requestId, ...more });
const settle = (requestId: string, more: object = {}) => post('settle', { requestId, status: 'ok', ...more });
const refund = (requestId: string) => post('refund', { requestId });
const record = (requestId: string, more: object = {}) =>
  post('record', { provider: provider.slug, requestId, status: 200, ...more });

/** The status and the reason of a refusal; the status alone of a success. */
async function outcome(call: ReturnType<typeof post>): Promise<unknown[]> {
  const { status, body } = await call;
  return status === 200 ? [200] : [status, body.error.data.reason];
}
async function used(): Promise<number> {
  const settings = await AdminProviderSettings.findOne({ where: { adminId: admin.id, providerId: provider.id } });
  return settings?.monthlyUsage ?? 0;
}

describe('a counted request', () => {
  it('is reserved and settled, in plain JSON, and answers the same to whoever asks again', async () => {
    const { modelId: model } = await buildModel(provider, { pricingInput: '0.15', pricingOutput: '0.6' });
    const reserved = await reserve('a', { model });
    expect(reserved.body.result.data).toEqual({
      requestId: 'a',
      provider: provider.slug,
      model,
      source: 'shared',
      reservedAt: '2026-11-24T12:00:00.000Z',
      expiresAt: '2026-11-24T12:20:00.000Z', // as the server was told
      resetsAt: '2026-12-01T00:00:00.000Z',
    });
    clock += 1500;
    const told = { status: 200, inputTokens: 1000, outputTokens: 500, latencyMs: 1500 };
    const settled = await settle('a', told);
    expect(settled.body.result.data).toEqual({
      ...told,
      requestId: 'a',
      status: '200',
      cost: '0.0004500000',
      settledAt: '2026-11-24T12:00:01.500Z',
    });
    clock += minute;
    expect([(await reserve('a', { model })).text, (await settle('a', { status: 500 })).text]).toEqual([
      reserved.text,
      settled.text,
    ]);
    expect(await used()).toBe(1);
  });

  it('is refunded or recorded in one call, as often as it is told', async () => {
    await reserve('back');
    const [first, again] = [await refund('back'), await refund('back')];
    expect(first.body.result.data).toEqual({ requestId: 'back', refundedAt: '2026-11-24T12:00:00.000Z' });
    expect([again.text, await used()]).toEqual([first.text, 0]);
    const recorded = await record('made', { inputTokens: 7 });
    expect(recorded.body.result.data).toMatchObject({ requestId: 'made', status: '200', inputTokens: 7, cost: null });
    expect([(await record('made', { inputTokens: 8 })).text, await used()]).toEqual([recorded.text, 1]);
  });

  it('belongs to the caller: the same id of two admins is two requests, and another’s is unknown', async () => {
    const other = await server.tokenFor(await buildUser(), ['usage:write']);
    await reserve('mine');
    const unknown = [404, 'NOT_FOUND'];
    expect(await outcome(post('settle', { requestId: 'mine', status: 'ok' }, other))).toEqual(unknown);
    expect(await outcome(post('refund', { requestId: 'mine' }, other))).toEqual(unknown);
    const asked = { provider: provider.slug, requestId: 'mine' };
    expect(await outcome(post('reserve', asked, other))).toEqual([200]);
    expect(await outcome(post('refund', { requestId: 'mine' }, other))).toEqual([200]);
    expect([await outcome(settle('mine')), await used()]).toEqual([[200], 1]);
  });

  it('of a browser session belongs to its user', async () => {
    const { user, cookie } = await server.signIn();
    const input = { provider: provider.slug, requestId: 'by hand' };
    const answer = await server.call('usage.reserve', { method: 'POST', cookie, input });
    expect(answer.body.result.data).toMatchObject({ requestId: 'by hand', source: 'shared' });
    expect(await AdminProviderSettings.findOne({ where: { adminId: user.id } })).toMatchObject({ monthlyUsage: 1 });
  });

  it('is settled at its price after its provider was deleted', async () => {
    const { modelId: model } = await buildModel(provider, { pricingInput: '2', pricingOutput: '2' });
    await reserve('late', { model });
    await deleteProvider(provider.publicId, bySystem);
    expect((await settle('late', { inputTokens: 1_000_000 })).body.result.data).toMatchObject({ cost: '2.0000000000' });
    expect(await outcome(reserve('next'))).toEqual([404, 'NOT_FOUND']);
  });
});

describe('out of turn', () => {
  it.each<[string, unknown[], () => Promise<unknown[]>]>([
    ['settling what nobody reserved', [404, 'NOT_FOUND'], () => outcome(settle('new'))],
    ['refunding what nobody reserved', [404, 'NOT_FOUND'], () => outcome(refund('new'))],
    [
      'refunding what is settled',
      [409, 'USAGE_ALREADY_SETTLED'],
      async () => (await settle('open'), outcome(refund('open'))),
    ],
    [
      'settling what is refunded',
      [409, 'USAGE_ALREADY_REFUNDED'],
      async () => (await refund('open'), outcome(settle('open'))),
    ],
    [
      'reserving what is refunded',
      [409, 'USAGE_ALREADY_REFUNDED'],
      async () => (await refund('open'), outcome(reserve('open'))),
    ],
    [
      'recording what is refunded',
      [409, 'USAGE_ALREADY_REFUNDED'],
      async () => (await refund('open'), outcome(record('open'))),
    ],
    ['recording what is reserved', [200], () => outcome(record('open'))],
    ['taking an id for another model', [409, 'REQUEST_ID_REUSED'], () => outcome(reserve('open', { model: 'other' }))],
  ])('%s is %j', async (_what, expected, act) => {
    await reserve('open');
    expect(await act()).toEqual(expected);
  });

  it('a reservation that expired is counted: it can be settled late, and not refunded', async () => {
    await reserve('left');
    clock += 20 * minute;
    await expireReservations(server.database.sequelize);
    expect(await outcome(refund('left'))).toEqual([409, 'USAGE_EXPIRED']);
    expect([await outcome(settle('left')), await used()]).toEqual([[200], 1]);
  });
});

describe('a refused reservation', () => {
  it.each([
    ['an inactive provider', { isActive: false }, [409, 'PROVIDER_INACTIVE']],
    ['no key', { sharedApiKey: '' }, [409, 'KEY_NOT_CONFIGURED']],
    ['no right to the shared key', { allowSharedForNormalAdmins: false }, [403, 'SHARED_KEY_NOT_ALLOWED']],
  ])('for %s counts nothing and is told by name', async (_what, change, expected) => {
    await provider.update(change);
    expect([await outcome(reserve('a')), await outcome(record('b')), await used()]).toEqual([expected, expected, 0]);
  });

  it('for a personal key that is not allowed, or unreadable, is told by name', async () => {
    const settings = { adminId: admin.id, providerId: provider.id, useSharedApi: false };
    const row = await AdminProviderSettings.create({ ...settings, personalApiKey: 'sk-of-my-own' });
    await AdminProviderSettings.update({ personalApiKeyBinding: 'of another row' }, { where: { id: row.id } });
    expect(await outcome(reserve('a'))).toEqual([503, 'KEY_UNREADABLE']);
    await provider.update({ allowPersonalKeys: false });
    expect(await outcome(reserve('a'))).toEqual([403, 'PERSONAL_KEYS_NOT_ALLOWED']);
  });

  it('for an unknown provider is 404', async () => {
    expect(await outcome(reserve('a', { provider: 'nobody' }))).toEqual([404, 'NOT_FOUND']);
  });

  it('comes to whoever may not count', async () => {
    const asked = { provider: provider.slug, requestId: randomUUID() };
    const reader = await server.tokenFor(admin, ['registry:read', 'keys:resolve', 'admin']);
    expect(await outcome(post('reserve', asked, reader))).toEqual([403, 'SCOPE_MISSING']);
    expect(await outcome(post('reserve', asked, 'dap_unknown'))).toEqual([401, 'UNAUTHENTICATED']);
    await admin.update({ isActive: false });
    expect(await outcome(post('reserve', asked))).toEqual([401, 'UNAUTHENTICATED']);
    expect(await used()).toBe(0);
  });

  it('comes to a revoked token from the next call on', async () => {
    const { cookie } = await server.signIn({ isSuperuser: true });
    const list = await server.call('tokens.list', { cookie, input: { owner: admin.publicId } });
    expect(await outcome(reserve('before'))).toEqual([200]);
    const input = { publicId: list.body.result.data.items[0].publicId };
    expect((await server.call('tokens.revoke', { method: 'POST', cookie, input })).status).toBe(200);
    expect(await outcome(settle('before'))).toEqual([401, 'UNAUTHENTICATED']);
  });
});

describe('an input that cannot be right', () => {
  const asked = () => ({ provider: provider.slug, requestId: 'bad' });
  const told = { requestId: 'bad', status: 'ok' };

  it.each<[string, string, () => unknown]>([
    ['reserve', 'requestId', () => ({ ...asked(), requestId: '' })],
    ['reserve', 'requestId', () => ({ ...asked(), requestId: '  ' })],
    ['reserve', 'requestId', () => ({ ...asked(), requestId: 'x'.repeat(101) })],
    ['reserve', 'requestId', () => ({ ...asked(), requestId: 'a\u0000b' })],
    ['reserve', 'requestId', () => ({ ...asked(), requestId: 7 })],
    ['reserve', 'requestId', () => ({ provider: provider.slug })],
    ['reserve', 'provider', () => ({ ...asked(), provider: 'Not a slug' })],
    ['reserve', 'model', () => ({ ...asked(), model: 'x'.repeat(201) })],
    ['reserve', 'ttlMs', () => ({ ...asked(), ttlMs: 1 })],
    ['reserve', 'admin', () => ({ ...asked(), admin: admin.publicId })],
    ['settle', 'inputTokens', () => ({ ...told, inputTokens: -1 })],
    ['settle', 'inputTokens', () => ({ ...told, inputTokens: 1.5 })],
    ['settle', 'inputTokens', () => ({ ...told, inputTokens: '12' })],
    ['settle', 'outputTokens', () => ({ ...told, outputTokens: 1_000_000_001 })],
    ['settle', 'outputTokens', () => ({ ...told, outputTokens: Number.MAX_VALUE })],
    ['settle', 'outputTokens', () => ({ ...told, outputTokens: null })],
    ['settle', 'latencyMs', () => ({ ...told, latencyMs: -1 })],
    ['settle', 'latencyMs', () => ({ ...told, latencyMs: 2 ** 31 })],
    ['settle', 'status', () => ({ ...told, status: 'fine' })],
    ['settle', 'status', () => ({ ...told, status: 99 })],
    ['settle', 'status', () => ({ requestId: 'bad' })],
    ['settle', 'cost', () => ({ ...told, cost: '0' })],
    ['refund', 'requestId', () => ({})],
    ['refund', 'status', () => told],
    ['record', 'inputTokens', () => ({ ...asked(), ...told, inputTokens: -1 })],
    ['record', 'reservedAt', () => ({ ...asked(), ...told, reservedAt: '2020-01-01T00:00:00Z' })],
  ])('of %s names %s, and nothing is counted', async (path, field, input) => {
    const { status, body } = await post(path, input());
    expect([status, body.error.data]).toMatchObject([400, { reason: 'VALIDATION_FAILED', field }]);
    expect(await used()).toBe(0);
  });

  it('leaves a reservation as it was', async () => {
    await reserve('bad');
    await settle('bad', { inputTokens: -1 });
    expect((await settle('bad', { inputTokens: 1_000_000_000 })).body.result.data.inputTokens).toBe(1_000_000_000);
  });
});

describe('a limit', () => {
  it('of 0 admits nothing, none admits all, and one below the count keeps the count', async () => {
    const limit = (monthlyLimit: number | null) => setLimit(admin, provider.slug, monthlyLimit, bySystem);
    const refused = async () => (await reserve(randomUUID())).body.error.data.params;
    await limit(0);
    expect(await refused()).toMatchObject({ limit: 0, used: 0 });
    await limit(null);
    for (const requestId of ['a', 'b', 'c']) expect(await outcome(reserve(requestId))).toEqual([200]);
    await limit(2);
    expect(await refused()).toMatchObject({ limit: 2, used: 3 });
    expect(await outcome(settle('a'))).toEqual([200]);
    await refund('b');
    await refund('c');
    expect([await outcome(reserve('d')), await used()]).toEqual([[200], 2]);
    expect(await refused()).toMatchObject({ limit: 2, used: 2 });
  });
});
