import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiToken } from '@ai-providers/db';
import { openTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await openTestServer();
  token = await server.tokenFor((await server.signIn()).user, ['admin']);
});
afterAll(() => server.close());

/** A batch of calls that would each leave a row behind. */
async function createTokens(calls: number) {
  const input = Object.fromEntries(
    Array.from({ length: calls }, (_, index) => [index, { name: `batch ${index}`, scopes: ['registry:read'] }]),
  );
  const path = Array.from({ length: calls }, () => 'tokens.create').join(',');
  const before = await ApiToken.count();
  const answer = await server.call(`${path}?batch=1`, { method: 'POST', token, input });
  return { answer, made: (await ApiToken.count()) - before };
}

describe('a batch', () => {
  it('of 10 calls runs', async () => {
    const { answer, made } = await createTokens(10);
    expect([answer.status, answer.body.length, made]).toEqual([200, 10, 10]);
  });

  it('of 11 calls is refused whole: none of them runs', async () => {
    const { answer, made } = await createTokens(11);
    expect([answer.status, answer.body.error.data.reason, made]).toEqual([400, 'BATCH_TOO_LARGE', 0]);
  });

  it.each([
    ['1,000 calls', Array.from({ length: 1_000 }, () => 'a').join(',')],
    ['14,000 commas', ','.repeat(14_000)],
    ['14,000 encoded commas', '%2c'.repeat(4_600)],
  ])('of %s is refused in less than 100 ms and 4 KB', async (_what, path) => {
    await server.call('providers.active', { token }); // not the first request of the process
    const from = performance.now();
    const answer = await server.call(`${path}?batch=1`, { token });
    expect(performance.now() - from).toBeLessThan(100);
    expect([answer.status, answer.body.error.data.reason]).toEqual([400, 'BATCH_TOO_LARGE']);
    expect(answer.text.length).toBeLessThan(4_096);
  });

  it('in one address needs batch=1, however that is hidden', async () => {
    for (const query of ['', '?batch=0', '?input=batch=1', '?xbatch=1']) {
      const answer = await server.call(`providers.active,providers.active${query}`, { token });
      expect([query, answer.status]).toEqual([query, 400]);
    }
  });

  it('has no way around the limit by a longer address', async () => {
    const answer = await server.call(`providers.list?input=${'x'.repeat(8 * 1024)}`, { token });
    expect([answer.status, answer.body.error.data.reason]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });
});
