import { get, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AIProvider, type User } from '@ai-providers/db';
import { openTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let admin: { user: User; cookie: string };
beforeAll(async () => {
  server = await openTestServer();
  admin = await server.signIn({ isSuperuser: true });
  await AIProvider.bulkCreate(
    Array.from({ length: 30 }, (_, number) => ({
      name: `Provider ${number}`,
      slug: `provider-${number}`,
      displayName: `Provider ${number}`,
    })),
  );
});
afterAll(() => server.close());

const list = '/trpc/providers.list';
const unpack: Record<string, (bytes: Buffer) => Buffer> = { br: brotliDecompressSync, gzip: gunzipSync };

/** An answer as it is on the wire, and its text. */
async function fetchRaw(path: string, headers: Record<string, string>) {
  const { received, bytes } = await new Promise<{ received: IncomingHttpHeaders; bytes: Buffer }>((resolve, reject) => {
    get(server.url + path, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () => resolve({ received: response.headers, bytes: Buffer.concat(chunks) }));
    }).once('error', reject);
  });
  const encoding = received['content-encoding'];
  const text = (unpack[encoding ?? '']?.(bytes) ?? bytes).toString('utf8');
  return { encoding, vary: received.vary, size: bytes.length, text };
}

const asBrowser = (path: string, accepted: string, headers: Record<string, string> = {}) =>
  fetchRaw(path, { cookie: admin.cookie, 'accept-encoding': accepted, ...headers });

describe('an answer', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
  ])('is packed for a browser that reads "%s" as %s, and is the same', async (accepted, encoding) => {
    const plain = await asBrowser(list, 'identity');
    expect(plain.encoding).toBeUndefined();
    const packed = await asBrowser(list, accepted);
    expect(packed).toMatchObject({ encoding, text: plain.text });
    expect(packed.vary?.toLowerCase()).toContain('accept-encoding');
    expect(packed.size).toBeLessThan(plain.size / 5);
  });

  it('goes to a program as it is', async () => {
    const authorization = `Bearer ${await server.tokenFor(admin.user, ['registry:read'])}`;
    const answer = await fetchRaw(list, { authorization, 'accept-encoding': 'gzip, br' });
    expect(answer.encoding).toBeUndefined();
    expect(answer.text).toContain('provider-29');
  });

  it('is not packed when another site asks for it, so that its length says nothing', async () => {
    const foreign: Record<string, string>[] = [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }];
    for (const headers of foreign) {
      const answer = await asBrowser(list, 'gzip, br', headers);
      expect(answer.encoding).toBeUndefined();
      expect(answer.text).toContain('provider-29');
    }
  });
});

describe('a download', () => {
  it.each(['providers.csv', 'providers.jsonl'])('of %s is packed on its way, and is the same file', async (file) => {
    const plain = await asBrowser(`/exports/${file}`, 'identity');
    const packed = await asBrowser(`/exports/${file}`, 'gzip, br');
    expect(packed).toMatchObject({ encoding: 'br', text: plain.text });
    expect(packed.text).toContain('provider-29');
  });
});
