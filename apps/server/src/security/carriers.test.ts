import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawRequest } from '../testing/raw-http.js';
import { openTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let token: string;
let cookie: string;
beforeAll(async () => {
  server = await openTestServer();
  const signedIn = await server.signIn();
  cookie = signedIn.cookie;
  token = await server.tokenFor(signedIn.user, ['registry:read']);
});
afterAll(() => server.close());

const ask = (headers: Record<string, string>, query = '') =>
  rawRequest(server.url, { target: `/trpc/providers.list${query}`, headers });

describe('a token', () => {
  it.each([
    ['Bearer', () => `Bearer ${token}`],
    ['bearer in small letters', () => `bearer ${token}`],
    ['BEARER in capitals', () => `BEARER ${token}`],
  ])('is taken as %s', async (_what, value) => {
    expect((await ask({ Authorization: value() })).status).toBe(200);
  });

  it.each<[string, () => Record<string, string>]>([
    ['in x-api-key', () => ({ 'X-Api-Key': token })],
    ['in api-key', () => ({ 'Api-Key': token })],
    ['in x-auth-token', () => ({ 'X-Auth-Token': token })],
    ['in the cookie of a session', () => ({ Cookie: `session=${token}` })],
    ['in a cookie named token', () => ({ Cookie: `token=${token}; Authorization=Bearer ${token}` })],
    ['as Basic', () => ({ Authorization: `Basic ${Buffer.from(`token:${token}`).toString('base64')}` })],
    ['without a scheme', () => ({ Authorization: token })],
    ['with its first 20 characters', () => ({ Authorization: `Bearer ${token.slice(0, 20)}` })],
    ['without its last character', () => ({ Authorization: `Bearer ${token.slice(0, -1)}` })],
    ['with a character more', () => ({ Authorization: `Bearer ${token}x` })],
    ['in other letters', () => ({ Authorization: `Bearer ${token.toUpperCase()}` })],
    ['that is empty', () => ({ Authorization: 'Bearer ' })],
    ['that is missing', () => ({ Authorization: 'Bearer' })],
    ['twice', () => ({ Authorization: `Bearer ${token} ${token}` })],
    ['in a list', () => ({ Authorization: `Bearer ${token}, Bearer ${token}` })],
    ['after a tab', () => ({ Authorization: `Bearer\t${token}` })],
    ['in a forwarded header', () => ({ 'X-Forwarded-Authorization': `Bearer ${token}` })],
  ])('is nobody %s', async (_what, headers) => {
    const answer = await ask(headers());
    expect([answer.status, JSON.parse(answer.text).error.data.reason]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('is nobody in the address, under any name', async () => {
    for (const name of ['token', 'access_token', 'api_key', 'apiKey', 'key', 'authorization']) {
      expect([name, (await ask({}, `?${name}=${token}`)).status]).toEqual([name, 401]);
    }
  });

  it('that is wrong is not saved by a good cookie', async () => {
    expect((await ask({ Cookie: cookie })).status).toBe(200);
    for (const wrong of ['Bearer wrong', 'Bearer', 'Basic x', `Bearer ${token.slice(0, 20)}`]) {
      expect([wrong, (await ask({ Cookie: cookie, Authorization: wrong })).status]).toEqual([wrong, 401]);
    }
  });

  it('has its own rights beside a cookie that has more', async () => {
    const { cookie: superCookie } = await server.signIn({ isSuperuser: true });
    const answer = await rawRequest(server.url, {
      target: '/trpc/admins.list',
      headers: { Cookie: superCookie, Authorization: `Bearer ${token}` },
    });
    expect([answer.status, JSON.parse(answer.text).error.data.reason]).toEqual([403, 'SCOPE_MISSING']);
  });
});
