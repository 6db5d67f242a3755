import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { createGzip, gzipSync } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiToken, reservationTtlMs } from '@ai-providers/db';
import { createApp } from '../app.js';
import { createLoginLimiter } from '../security/login-limiter.js';
import { rawRequest, type RawRequest } from '../testing/raw-http.js';
import { openTestServer, type TestServer } from '../testing/test-server.js';
import { requestLimits } from './request-limits.js';

let server: TestServer;
let token: string;
let bomb: Buffer;
const megabyte = 1024 * 1024;
const zeros = Buffer.alloc(megabyte);

beforeAll(async () => {
  server = await openTestServer();
  token = await server.tokenFor((await server.signIn()).user, ['admin']);
  bomb = await buffer(Readable.from(repeated(zeros, 200)).pipe(createGzip()));
});
afterAll(() => server.close());

function* repeated(chunk: Buffer, times: number) {
  for (let sent = 0; sent < times; sent += 1) yield chunk;
}

const post = (request: Partial<RawRequest>) =>
  rawRequest(server.url, {
    method: 'POST',
    target: '/trpc/tokens.create',
    ...request,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...request.headers },
  });

/** A good input of exactly so many bytes. */
const inputOf = (bytes: number) => {
  const input = JSON.stringify({ name: 'of a size', scopes: ['admin'] });
  return input + ' '.repeat(bytes - input.length);
};
const reasonOf = (text: string) => JSON.parse(text).error.data.reason as string;

describe('a body', () => {
  it('may be as large as the limit and no byte larger', async () => {
    const fits = await post({ body: inputOf(requestLimits.bodyBytes) });
    expect(fits.status).toBe(200);
    const larger = await post({ body: inputOf(requestLimits.bodyBytes + 1) });
    expect([larger.status, reasonOf(larger.text)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });

  it('of 60 MB, or of 200 MB when unpacked, is refused without being held in memory', async () => {
    expect(bomb.length).toBeLessThan(requestLimits.bodyBytes); // its own size does not give it away
    const before = process.memoryUsage().rss;
    const large = await post({ headers: { 'Content-Length': String(60 * megabyte) }, body: repeated(zeros, 60) });
    const packed = await post({ headers: { 'Content-Encoding': 'gzip' }, body: bomb });
    expect([large.status, packed.status]).toEqual([413, 413]);
    expect((process.memoryUsage().rss - before) / megabyte).toBeLessThan(50);
  });

  it('that is compressed is read when it is small', async () => {
    const answer = await post({ headers: { 'Content-Encoding': 'gzip' }, body: gzipSync(inputOf(200)) });
    expect(answer.status).toBe(200);
  });

  it.each([
    [
      'another charset',
      { headers: { 'Content-Type': 'application/json; charset=iso-8859-1' }, body: inputOf(100) },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'another compression',
      { headers: { 'Content-Encoding': 'compress' }, body: inputOf(100) },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['another type', { headers: { 'Content-Type': 'text/xml' }, body: '<a/>' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['broken JSON', { body: '{"name": "x", ' }, 400, 'MALFORMED_REQUEST'],
    ['broken gzip', { headers: { 'Content-Encoding': 'gzip' }, body: 'not gzip' }, 400, 'MALFORMED_REQUEST'],
    ['no JSON object', { body: '"text"' }, 400, 'VALIDATION_FAILED'],
    ['nothing', { body: '' }, 400, 'MALFORMED_REQUEST'],
  ])('of %s is refused, and nothing runs', async (_what, request, status, reason) => {
    const before = await ApiToken.count();
    const answer = await post(request);
    expect([answer.status, reasonOf(answer.text)]).toEqual([status, reason]);
    expect(await ApiToken.count()).toBe(before);
    expect(answer.text).not.toContain('"name"');
  });
});

describe('a request that does not end', () => {
  let slow: Server;
  let port: number;
  beforeAll(async () => {
    const { database, passwords, setupToken } = server;
    const app = createApp({
      log: { info() {}, warn() {}, error() {} },
      database,
      passwords,
      setupToken,
      cache: database.cache,
      loginLimiter: createLoginLimiter(database.sequelize),
      reservationTtlMs,
      now: () => new Date(),
      readiness: { draining: false },
      publicUrl: null,
      trustedProxies: [],
      panelFolder: null,
    });
    slow = createServer({ requestTimeout: 600, headersTimeout: 300, connectionsCheckingInterval: 50 }, app);
    await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
    port = (slow.address() as AddressInfo).port; // it listens on TCP
  });
  afterAll(() => void slow.close());

  it.each([
    [
      'a chunked body without an end',
      'POST /trpc/auth.login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n',
    ],
    ['headers without an end', 'POST /trpc/auth.login HTTP/1.1\r\nHost: x\r\nX-Slow: '],
  ])('is closed in time: %s', async (_what, start) => {
    const from = performance.now();
    const said = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(start));
      let text = '';
      socket.on('data', (chunk: Buffer) => void (text += chunk.toString()));
      socket.on('error', () => {}).on('close', () => resolve(text));
    });
    expect(performance.now() - from).toBeLessThan(5_000);
    expect(said).toMatch(/^(HTTP\/1\.1 408 |$)/);
  });
});
