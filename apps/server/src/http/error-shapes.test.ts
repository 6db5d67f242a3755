import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorReason } from '@ai-providers/contracts';
import { AIModel } from '@ai-providers/db';
import { buildModel, buildProvider } from '@ai-providers/db/testing';
import { openTestServer, type Answer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let admin: string;
let normal: string;
beforeAll(async () => {
  server = await openTestServer();
  const { user } = await server.signIn({ isSuperuser: true });
  admin = await server.tokenFor(user, ['admin', 'registry:read']);
  normal = await server.tokenFor((await server.signIn()).user, ['admin', 'keys:resolve']);
});
afterAll(() => server.close());

const unknownId = '00000000-0000-4000-8000-000000000000';

describe('an error answer', () => {
  it.each([
    ['nobody signed in', 'providers.list', {}, 401, 'UNAUTHORIZED', 'UNAUTHENTICATED'],
    ['a call beyond the account', 'admins.list', { token: () => normal }, 403, 'FORBIDDEN', 'FORBIDDEN'],
    [
      'an unknown record',
      'providers.get',
      { token: () => admin, input: { slug: 'nobody' } },
      404,
      'NOT_FOUND',
      'NOT_FOUND',
    ],
    [
      'an unknown id',
      'models.delete',
      { token: () => admin, method: 'POST', input: { publicId: unknownId } },
      404,
      'NOT_FOUND',
      'NOT_FOUND',
    ],
    ['an unknown procedure', 'providers.destroy', { token: () => admin }, 404, 'NOT_FOUND', 'NOT_FOUND'],
    [
      'GET on a mutation',
      'tokens.create',
      { token: () => admin, input: {} },
      405,
      'METHOD_NOT_SUPPORTED',
      'METHOD_NOT_ALLOWED',
    ],
    [
      'POST on a query',
      'providers.active',
      { token: () => admin, method: 'POST', input: {} },
      405,
      'METHOD_NOT_SUPPORTED',
      'METHOD_NOT_ALLOWED',
    ],
    [
      'a refused field',
      'providers.list',
      { token: () => admin, input: { page: 0 } },
      400,
      'BAD_REQUEST',
      'VALIDATION_FAILED',
    ],
  ] as const)(
    'says of %s what it is, and nothing of the inside',
    async (_what, path, options, status, code, reason) => {
      const { token, ...rest } = { token: undefined, ...options };
      const answer = await server.call(path, { ...rest, ...(token && { token: token() }) });
      expect([answer.status, answer.body.error.data]).toMatchObject([status, { code, httpStatus: status, reason }]);
      expect(answer.body.error.data.requestId).toBe(answer.headers.get('x-request-id'));
      expect(answer.body.error.message).toMatch(/^[A-Z].{5,}/);
      expect(answer.text).not.toMatch(/stack|node_modules|\.ts\b|\.js\b|"path"|zod/i);
      expect(Object.keys(answer.body.error).sort()).toEqual(['code', 'data', 'message']);
      expect(errorReason.safeParse(answer.body.error.data.reason).success).toBe(true);
    },
  );

  it('names each field at fault by its path, with a reason and its numbers', async () => {
    const { publicId } = await buildProvider();
    const input = {
      publicId,
      patch: { displayName: 'x'.repeat(151), apiBaseUrl: 'ftp://example.com', sortOrder: 'first', total: 1 },
    };
    const { body } = await server.call('providers.update', { method: 'POST', token: admin, input });
    expect(body.error.data).toMatchObject({ reason: 'VALIDATION_FAILED', field: expect.stringMatching(/^patch\./) });
    expect(body.error.data.fieldErrors).toMatchObject({
      'patch.displayName': { reason: 'TOO_LONG', params: { max: 150 } },
      'patch.apiBaseUrl': { reason: 'URL_SCHEME' },
      'patch.sortOrder': { reason: 'NOT_A_NUMBER' },
      'patch.total': { reason: 'UNKNOWN_FIELD' },
    });
  });

  it('names the field of a rule of the domain', async () => {
    const taken = await buildProvider();
    const { status, body } = await server.call('providers.create', {
      method: 'POST',
      token: admin,
      input: { name: taken.name },
    });
    expect([status, body.error.data]).toMatchObject([
      409,
      {
        code: 'CONFLICT',
        reason: 'PROVIDER_NAME_TAKEN',
        field: 'name',
        fieldErrors: { name: { reason: 'PROVIDER_NAME_TAKEN' } },
      },
    ]);
  });

  it('outside every procedure has the same form', async () => {
    const response = await fetch(`${server.url}/nothing/here`);
    const body = (await response.json()) as Answer['body']; // any shape
    expect(response.status).toBe(404);
    expect(body).toMatchObject({
      error: { code: expect.any(Number), data: { code: 'NOT_FOUND', httpStatus: 404, reason: 'NOT_FOUND' } },
    });
    expect(body.error.data.requestId).toBe(response.headers.get('x-request-id'));
  });

  it('has an id of our own making, whatever the caller sends', async () => {
    const { headers } = await server.call('providers.list', { headers: { 'x-request-id': 'forged' } });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('a batch', () => {
  it('answers each call in its place, with one request id for all', async () => {
    const provider = await buildProvider();
    const input = encodeURIComponent(JSON.stringify({ 0: { slug: provider.slug }, 1: { slug: 'nobody' }, 2: {} }));
    const answer = await server.call(`providers.bySlug,providers.bySlug,nothing.here?batch=1&input=${input}`, {
      token: admin,
    });
    expect(answer.status).toBe(207);
    expect(answer.body[0].result.data.slug).toBe(provider.slug);
    const failures = [answer.body[1].error.data, answer.body[2].error.data];
    expect(failures.map(({ reason }: { reason: string }) => reason)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    for (const { requestId } of failures) expect(requestId).toBe(answer.headers.get('x-request-id'));
  });
});

describe('an answer is plain JSON', () => {
  it('with ISO times, decimals and counts as text, and no id but the public one', async () => {
    const provider = await buildProvider({ totalRequests: '9007199254740993' });
    const model = await buildModel(provider, { pricingInput: '2.5', pricingOutput: '0.1' });
    await AIModel.update({ totalRequests: '9007199254740995' }, { where: { id: model.id } });
    const one = (await server.call('providers.get', { token: admin, input: { slug: provider.slug } })).body.result.data;
    const [other] = (await server.call('models.list', { token: admin, input: { provider: provider.slug } })).body.result
      .data.items;
    expect(one).toMatchObject({
      publicId: provider.publicId,
      totalRequests: '9007199254740993',
      createdAt: provider.createdAt.toISOString(),
    });
    expect(other).toMatchObject({
      pricingInput: '2.500000',
      pricingOutput: '0.100000',
      totalRequests: '9007199254740995',
    });
    expect(new Date(other.updatedAt).toISOString()).toBe(other.updatedAt);
    for (const record of [one, other]) expect(Object.keys(record)).not.toEqual(expect.arrayContaining(['id']));
  });

  it('and a query reads its input from the address, as curl sends it', async () => {
    const response = await fetch(`${server.url}/trpc/providers.list?input={"pageSize":1}`, {
      headers: { authorization: `Bearer ${admin}` },
    });
    const body = (await response.json()) as Answer['body']; // any shape
    expect(body.result.data.items).toHaveLength(1);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});
