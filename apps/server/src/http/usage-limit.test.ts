import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AdminProviderSettings, bySystem, setLimit, type AIProvider, type User } from '@ai-providers/db';
import { buildProvider, buildUser } from '@ai-providers/db/testing';
import { openTestServer, type TestServer } from '../testing/test-server.js';

const noon = Date.UTC(2026, 10, 24, 12);
const secondsLeft = 6.5 * 24 * 60 * 60;
let clock = noon;
let server: TestServer;
let admin: User;
let token: string;
let provider: AIProvider;
beforeAll(async () => {
  server = await openTestServer({ now: () => new Date(clock) });
});
afterAll(() => server.close());
beforeEach(async () => {
  clock = noon;
  admin = await buildUser();
  token = await server.tokenFor(admin, ['usage:write', 'registry:read']);
  provider = await buildProvider({ allowSharedForNormalAdmins: true });
});

const limit = (monthlyLimit: number, { slug } = provider) => setLimit(admin, slug, monthlyLimit, bySystem);
const asked = ({ slug } = provider) => ({ provider: slug, requestId: randomUUID() });
const reserve = () => server.call('usage.reserve', { method: 'POST', token, input: asked() });

describe('a request over the limit', () => {
  it('is 429, with the limit, the use, and the seconds to the next month in the data and the header', async () => {
    await limit(1);
    await reserve();
    const { status, headers, body } = await reserve();
    expect([status, headers.get('retry-after')]).toEqual([429, String(secondsLeft)]);
    expect(body.error.data).toEqual({
      code: 'TOO_MANY_REQUESTS',
      httpStatus: 429,
      reason: 'MONTHLY_LIMIT_REACHED',
      params: { limit: 1, used: 1, resetsAt: '2026-12-01T00:00:00.000Z' },
      retryAfter: secondsLeft,
      requestId: headers.get('x-request-id'),
    });
  });

  it('waits whole seconds, at least one, and is admitted when they are over', async () => {
    await limit(1);
    await reserve();
    clock = Date.UTC(2026, 11, 1) - 1001;
    expect((await reserve()).headers.get('retry-after')).toBe('2');
    clock = Date.UTC(2026, 11, 1) - 1;
    expect((await reserve()).headers.get('retry-after')).toBe('1');
    clock += 1000;
    expect((await reserve()).status).toBe(200);
  });

  it('is refused by usage.record in the same way', async () => {
    await limit(0);
    const input = { ...asked(), status: 'ok' };
    const { status, headers, body } = await server.call('usage.record', { method: 'POST', token, input });
    expect([status, headers.get('retry-after'), body.error.data.params.limit]).toEqual([429, String(secondsLeft), 0]);
  });
});

describe('in a batch', () => {
  const batch = (...inputs: unknown[]) =>
    server.call(`${inputs.map(() => 'usage.reserve').join(',')}?batch=1`, {
      method: 'POST',
      token,
      input: Object.fromEntries(inputs.entries()),
    });
  const retryAfter = async (call: ReturnType<typeof batch>) => {
    const { status, headers } = await call;
    return [status, headers.get('retry-after')];
  };

  it('a refusal keeps its header beside calls that succeed or fail for another reason', async () => {
    const full = await buildProvider({ allowSharedForNormalAdmins: true });
    await limit(0, full);
    const unknown = { provider: 'nobody', requestId: 'x' };
    expect(await retryAfter(batch(asked(), asked(full), unknown))).toEqual([207, String(secondsLeft)]);
    expect(await retryAfter(batch(asked(full), asked(full)))).toEqual([429, String(secondsLeft)]);
    expect(await retryAfter(batch(asked(), unknown))).toEqual([207, null]);
    expect(await retryAfter(batch(asked(), asked()))).toEqual([200, null]);
  });

  it('each call is counted by itself, and the limit cuts it where it is', async () => {
    await limit(3);
    const { text } = await batch(...Array.from({ length: 10 }, () => asked()));
    expect(text.match(/"reservedAt"/g)).toHaveLength(3);
    expect(text.match(/"MONTHLY_LIMIT_REACHED"/g)).toHaveLength(7);
  });
});

describe('500 requests at once', () => {
  it('on a limit of 100 are 100 times 200 and 400 times 429, each with its header', async () => {
    await limit(100);
    const answers = await Promise.all(Array.from({ length: 500 }, reserve));
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([count(200), count(429)]).toEqual([100, 400]);
    expect(new Set(answers.map(({ status, headers }) => (status === 200 ? null : headers.get('retry-after'))))).toEqual(
      new Set([null, String(secondsLeft)]),
    );
    const settings = await AdminProviderSettings.findOne({ where: { adminId: admin.id, providerId: provider.id } });
    expect(settings).toMatchObject({ monthlyUsage: 100, totalRequests: '100' });
  });
});
