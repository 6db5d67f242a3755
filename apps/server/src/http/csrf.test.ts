import { afterAll, beforeEach, beforeAll, describe, expect, it } from 'vitest';
import { ApiToken, AuditEntry, Session } from '@ai-providers/db';
import { rawRequest } from '../testing/raw-http.js';
import { openTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let cookie: string;
let token: string;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  const signedIn = await server.signIn();
  cookie = signedIn.cookie;
  token = await server.tokenFor(signedIn.user, ['admin']);
});

const evil = 'https://evil.example';
const creation = JSON.stringify({ name: 'forged', scopes: ['admin'] });
const counts = async () => [await Session.count(), await ApiToken.count(), await AuditEntry.count()];
const signOut = (headers: Record<string, string>, method = 'POST', body = '') =>
  rawRequest(server.url, { method, target: '/trpc/auth.logout', headers, body });

const boundary = 'multipart/form-data; boundary=x';
const forms: [string, { method?: string; target: string; type?: string; body: string }][] = [
  ['JSON', { target: '/trpc/tokens.create', type: 'application/json', body: creation }],
  ['a multipart form, to a mutation without input', { target: '/trpc/auth.logout', type: boundary, body: '--x--\r\n' }],
  ['a stream of octets', { target: '/trpc/auth.logout', type: 'application/octet-stream', body: 'x' }],
  ['plain text', { target: '/trpc/tokens.create', type: 'text/plain', body: creation }],
  ['a urlencoded form', { target: '/trpc/auth.logout', type: 'application/x-www-form-urlencoded', body: 'a=b' }],
  ['no content type', { target: '/trpc/tokens.create', body: creation }],
  ['GET on a mutation', { method: 'GET', target: '/trpc/auth.logout', body: '' }],
];

describe('a forged request with the cookie of a signed-in browser', () => {
  it.each(forms)('as %s is refused, and nothing runs', async (_what, { method = 'POST', target, type, body }) => {
    const before = await counts();
    // A browser that sends no Origin is rare, but the form alone must be refused, too.
    const origins: Record<string, string>[] = [
      { Origin: evil },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
    ];
    if (type !== 'application/json') origins.push({});
    for (const origin of origins) {
      const headers = { ...origin, Cookie: cookie, ...(type && { 'Content-Type': type }) };
      const answer = await rawRequest(server.url, { method, target, headers, body });
      expect([403, 405, 415], `${JSON.stringify(origin)} ${answer.text}`).toContain(answer.status);
    }
    expect(await counts()).toEqual(before);
  });

  it.each([
    ['from a site whose name begins with ours', (url: string) => `${url}.evil.example`],
    ['from another port of ours', (url: string) => url.replace(/\d+$/, '1')],
    ['over another scheme', (url: string) => url.replace('http:', 'https:')],
    ['from a sister site', () => 'http://other.example.com'],
  ])('%s is refused', async (_what, originOf) => {
    const before = await counts();
    const answer = await signOut({ Origin: originOf(server.url), Cookie: cookie, 'Content-Type': 'application/json' });
    expect([answer.status, JSON.parse(answer.text).error.data.reason]).toEqual([403, 'CROSS_ORIGIN']);
    expect(await counts()).toEqual(before);
  });
});

describe('a genuine request', () => {
  it('from our own page works', async () => {
    const headers = {
      Origin: server.url,
      'Sec-Fetch-Site': 'same-origin',
      Cookie: cookie,
      'Content-Type': 'application/json',
    };
    expect((await signOut(headers)).status).toBe(200);
  });

  it('of a program with a token and no cookie works from anywhere', async () => {
    const headers = { authorization: `Bearer ${token}`, origin: evil, 'sec-fetch-site': 'cross-site' };
    const answer = await server.call('tokens.create', {
      method: 'POST',
      headers,
      input: { name: 'a program', scopes: ['admin'] },
    });
    expect(answer.status).toBe(200);
    const query = await server.call('providers.list', { cookie, headers: { 'sec-fetch-site': 'none' } });
    expect(query.status).toBe(200);
  });

  it('behind a proxy is measured by PUBLIC_URL, not by the Host header', async () => {
    const proxied = await openTestServer({ database: server.database, publicUrl: 'https://ai.example.com/' });
    const overHttps = cookie.replace('session=', '__Host-session=');
    const send = (origin: string) =>
      proxied.call('tokens.create', {
        method: 'POST',
        cookie: overHttps,
        headers: { origin },
        input: { name: 'x', scopes: ['admin'] },
      });
    expect((await send('https://ai.example.com')).status).toBe(200);
    expect((await send(proxied.url)).status).toBe(403);
    await proxied.close();
  });

  it('lets no other site read an answer: there is no CORS header', async () => {
    const answer = await server.call('providers.list', { cookie, headers: { origin: evil } });
    const preflight = await fetch(`${server.url}/trpc/tokens.create`, {
      method: 'OPTIONS',
      headers: {
        origin: evil,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    for (const { headers } of [answer, preflight])
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});
