import { afterEach, describe, expect, it } from 'vitest';
import { isApiError } from './api-error.js';
import { createClient } from './create-client.js';
import { openLocalServer, type Answer, type LocalServer } from './testing/local-server.js';

const token = `dap_${'a1B'.repeat(16)}z`;
let server: LocalServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** What a query fails with when the server gives this answer. */
async function failureOf(answer: Answer, call: 'query' | 'mutation' = 'query'): Promise<unknown> {
  server = await openLocalServer(() => answer);
  const client = createClient({ url: server.url, token });
  const calling = call === 'query' ? client.providers.active.query() : client.auth.logout.mutate();
  return calling.then(
    () => 'it did not fail',
    (error: unknown) => error,
  );
}

const error = (message: string, data: object) => ({
  error: { message, code: -32600, data: { requestId: 'r-1', ...data } },
});

describe('isApiError', () => {
  it('gives the sentence, the reason and the seconds to wait of a refusal', async () => {
    const data = { code: 'TOO_MANY_REQUESTS', httpStatus: 429, reason: 'MONTHLY_LIMIT_REACHED', retryAfter: 3600 };
    const failure = await failureOf({
      status: 429,
      text: JSON.stringify([error('The limit of 100 is reached', data)]),
    });
    if (!isApiError(failure)) throw new Error('not read as a refusal', { cause: failure });
    expect(failure.message).toBe('The limit of 100 is reached');
    expect(failure.data).toEqual({ ...data, requestId: 'r-1' });
  });

  it('gives what is wrong with each field', async () => {
    const fieldErrors = { name: { reason: 'TOO_SHORT', message: 'Enter a name', params: { min: 1 } } };
    const data = { code: 'BAD_REQUEST', httpStatus: 400, reason: 'VALIDATION_FAILED', field: 'name', fieldErrors };
    const failure = await failureOf({ status: 400, text: JSON.stringify(error('Look again', data)) }, 'mutation');
    if (!isApiError(failure)) throw new Error('not read as a refusal', { cause: failure });
    expect(failure.data.fieldErrors).toEqual(fieldErrors);
    expect(failure.data.field).toBe('name');
  });

  it('reads a refusal of the whole request, which is no list although the request was', async () => {
    const data = { code: 'PAYLOAD_TOO_LARGE', httpStatus: 413, reason: 'PAYLOAD_TOO_LARGE' };
    const failure = await failureOf({ status: 413, text: JSON.stringify(error('The request is too large', data)) });
    expect(isApiError(failure) && failure.data.reason).toBe('PAYLOAD_TOO_LARGE');
  });

  it('is false for the page of a proxy', async () => {
    const failure = await failureOf({ status: 502, type: 'text/html', text: '<h1>Bad gateway</h1>' });
    expect(failure).toBeInstanceOf(Error);
    expect(isApiError(failure)).toBe(false);
  });

  it('is false for an error of another API', async () => {
    const failure = await failureOf({
      status: 404,
      text: JSON.stringify({ error: { message: 'no', code: -32004, data: { code: 'NOT_FOUND' } } }),
    });
    expect(failure).toBeInstanceOf(Error);
    expect(isApiError(failure)).toBe(false);
  });

  it('is false where nobody listens', async () => {
    const gone = await openLocalServer();
    await gone.close();
    const failure: unknown = await createClient({ url: gone.url, token })
      .providers.active.query()
      .catch((reason: unknown) => reason);
    expect(failure).toBeInstanceOf(Error);
    expect(isApiError(failure)).toBe(false);
  });

  it.each([undefined, null, 'TIMEOUT', new Error('mine'), { data: { reason: 'NOT_FOUND' } }])(
    'is false for %o',
    (thing) => {
      expect(isApiError(thing)).toBe(false);
    },
  );
});
