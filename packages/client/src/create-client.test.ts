import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { createClient } from './create-client.js';
import { callsOf, openLocalServer, type LocalServer } from './testing/local-server.js';

const token = `dap_${'a1B'.repeat(16)}z`;
const open: LocalServer[] = [];

async function serve(...options: Parameters<typeof openLocalServer>): Promise<LocalServer> {
  const server = await openLocalServer(...options);
  open.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

describe('createClient', () => {
  it('sends the token as a bearer token with queries and with mutations', async () => {
    const server = await serve();
    const client = createClient({ url: server.url, token });
    await client.providers.active.query();
    await client.tokens.revoke.mutate({ publicId: 'x' });
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${token}`, `Bearer ${token}`]);
  });

  it.each(['', '/', '/trpc', '/trpc/'])('finds the API where the address ends with "%s"', async (end) => {
    const server = await serve();
    await createClient({ url: server.url + end, token }).providers.active.query();
    expect(server.received.map(({ path }) => path)).toEqual(['/trpc/providers.active']);
  });

  it('keeps the path of a server that is not at the root', async () => {
    const server = await serve();
    await createClient({ url: `${server.url}/ai/`, token }).providers.active.query();
    expect(server.received.map(({ path }) => path)).toEqual(['/ai/trpc/providers.active']);
  });

  it('sends the input and gives the answer', async () => {
    const server = await serve(() => ({ text: JSON.stringify([{ result: { data: [{ modelId: 'gpt-4o' }] } }]) }));
    const models = await createClient({ url: server.url, token }).models.byCapability.query({ capability: 'vision' });
    expect(models).toEqual([{ modelId: 'gpt-4o' }]);
    expect(JSON.parse(server.received[0]?.query.get('input') ?? '')).toEqual({ 0: { capability: 'vision' } });
  });

  it('sends queries made together in requests of ten', async () => {
    const server = await serve();
    const client = createClient({ url: server.url, token });
    const answers = await Promise.all(Array.from({ length: 23 }, () => client.providers.active.query()));
    expect(answers).toHaveLength(23);
    expect(server.received.map((request) => callsOf(request).length).sort()).toEqual([10, 10, 3]);
    expect(server.received.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('keeps the address of a batch within what the server reads', async () => {
    const server = await serve();
    const client = createClient({ url: server.url, token });
    const search = 'x'.repeat(2000);
    await Promise.all(Array.from({ length: 8 }, () => client.providers.list.query({ search })));
    expect(server.received.length).toBeGreaterThan(1);
    expect(server.received.flatMap(callsOf)).toHaveLength(8);
    for (const { path, query } of server.received) expect(`${path}?${query.toString()}`.length).toBeLessThan(8 * 1024);
  });

  it('sends each mutation alone, by POST', async () => {
    const server = await serve();
    const client = createClient({ url: server.url, token });
    await Promise.all(['a', 'b', 'c'].map((publicId) => client.providers.delete.mutate({ publicId })));
    expect(server.received.map(({ method, path }) => `${method} ${path}`)).toEqual(
      Array.from({ length: 3 }, () => 'POST /trpc/providers.delete'),
    );
    const bodies = server.received.map(({ body }) => JSON.parse(body) as { publicId: string }); // as it was sent above
    expect(bodies.map(({ publicId }) => publicId).sort()).toEqual(['a', 'b', 'c']);
  });

  it('uses the fetch that it is given, for queries and for mutations', async () => {
    const server = await serve();
    const asked: string[] = [];
    const client = createClient({
      url: server.url,
      token,
      fetch: (input, init) => {
        asked.push(new URL(String(input)).pathname);
        const headers = new Headers(init?.headers);
        headers.set('x-trace', '7');
        return fetch(input, { ...init, headers });
      },
    });
    await client.providers.active.query();
    await client.auth.logout.mutate();
    expect(asked).toEqual(['/trpc/providers.active', '/trpc/auth.logout']);
    expect(server.received.map(({ headers }) => headers['x-trace'])).toEqual(['7', '7']);
  });

  it('shows the token neither in itself nor in a failure', async () => {
    const server = await serve(() => ({ status: 500, type: 'text/html', text: '<h1>Bad gateway</h1>' }));
    const client = createClient({ url: server.url, token });
    const query: unknown = await client.providers.active.query().catch((error: unknown) => error);
    const mutation: unknown = await client.auth.logout.mutate().catch((error: unknown) => error);
    for (const thing of [client, query, mutation]) {
      expect(inspect(thing, { depth: 12, showHidden: true })).not.toContain(token);
    }
    expect(query).toBeInstanceOf(Error);
    expect(mutation).toBeInstanceOf(Error);
  });
});
