import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../../../apps/server/src/testing/test-server.js';
import { createClient, isApiError, type Client, type RouterInputs } from './index.js';

let server: TestServer;
let client: Client;
let admin: string;
beforeAll(async () => {
  server = await openTestServer();
  const { user } = await server.signIn({ isSuperuser: true });
  admin = user.publicId;
  client = createClient({ url: server.url, token: await server.tokenFor(user, ['admin', 'usage:write']) });
  await client.providers.create.mutate({ name: 'Acme', sharedApiKey: 'sk-of-the-real-server' });
  await client.models.create.mutate({
    provider: 'acme',
    name: 'One',
    modelId: 'one',
    capabilities: ['chat'],
    pricingInput: '2.5',
    pricingOutput: '10',
  });
});
afterAll(() => server.close());

const reserve = (requestId: string) => client.usage.reserve.mutate({ provider: 'acme', model: 'one', requestId });
const settings = async () => (await client.settings.mine.query()).find(({ provider }) => provider.slug === 'acme');
const usage = async () => (await settings())?.monthlyUsage;

describe('a program that counts, against the real server', () => {
  it('reserves, calls and settles, and is told the cost', async () => {
    const { source, expiresAt, reservedAt } = await reserve('first');
    expect([source, Date.parse(expiresAt) - Date.parse(reservedAt)]).toEqual(['shared', 15 * 60_000]);
    const told: RouterInputs['usage']['settle'] = {
      requestId: 'first',
      status: 200,
      inputTokens: 1000,
      outputTokens: 100,
    };
    const settled = await client.usage.settle.mutate(told);
    expect(settled).toMatchObject({ requestId: 'first', status: '200', cost: '0.0035000000' });
    expect(await client.usage.settle.mutate(told)).toEqual(settled);
    expect(await usage()).toBe(1);
  });

  it('refunds what it could not send, and records what it has sent', async () => {
    const before = (await usage()) ?? 0;
    await reserve('second');
    await client.usage.refund.mutate({ requestId: 'second' });
    expect(await usage()).toBe(before);
    await client.usage.record.mutate({ provider: 'acme', requestId: 'third', status: 'ok' });
    expect(await usage()).toBe(before + 1);
  });

  it('is told at the limit by a reason, and how long to wait', async () => {
    await client.settings.setLimit.mutate({ admin, provider: 'acme', monthlyLimit: 0 });
    const refusal = await reserve('fourth').catch((error: unknown) => error);
    if (!isApiError(refusal)) expect.fail();
    expect(refusal.data).toMatchObject({
      httpStatus: 429,
      reason: 'MONTHLY_LIMIT_REACHED',
      params: { limit: 0 },
      retryAfter: expect.any(Number),
    });
  });
});
