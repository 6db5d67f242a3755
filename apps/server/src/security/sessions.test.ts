import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Session, sessionLife, User } from '@ai-providers/db';
import { openTestServer, testPassword, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let clock: Date | undefined;
beforeAll(async () => {
  server = await openTestServer({ now: () => clock ?? new Date() });
});
afterAll(() => server.close());

const login = (email: string, options: { cookie?: string; password?: string } = {}) =>
  server.call('auth.login', {
    method: 'POST',
    cookie: options.cookie,
    input: { email, password: options.password ?? testPassword },
  });
const cookieOf = ({ headers }: { headers: Headers }) => headers.get('set-cookie')?.split(';')[0] ?? '';
const statusOf = async (cookie: string) => (await server.call('auth.me', { cookie })).status;
const post = (path: string, cookie: string, input?: unknown) => server.call(path, { method: 'POST', cookie, input });

describe('a session', () => {
  it('is a new one at each login, and the one that the browser had before is over', async () => {
    const { user, cookie } = await server.signIn();
    const other = cookieOf(await login(user.email));
    const again = cookieOf(await login(user.email, { cookie }));
    expect(new Set([cookie, other, again]).size).toBe(3);
    expect([await statusOf(cookie), await statusOf(other), await statusOf(again)]).toEqual([401, 200, 200]);
  });

  it('that an attacker planted is not taken over by a login', async () => {
    const { user } = await server.signIn();
    const planted = `session=${'A'.repeat(43)}`;
    const taken = cookieOf(await login(user.email, { cookie: planted }));
    expect(taken).not.toBe(planted);
    expect([await statusOf(planted), await statusOf(taken)]).toEqual([401, 200]);
  });

  it('survives a failed login', async () => {
    const { user, cookie } = await server.signIn();
    const answer = await login(user.email, { cookie, password: 'wrong password' });
    expect([answer.status, answer.headers.get('set-cookie'), await statusOf(cookie)]).toEqual([401, null, 200]);
  });

  it('is over after logout, and only that one', async () => {
    const { user, cookie } = await server.signIn();
    const other = cookieOf(await login(user.email));
    const answer = await post('auth.logout', cookie);
    expect(answer.headers.get('set-cookie')).toMatch(/^session=; Max-Age=0;/);
    expect([await statusOf(cookie), await statusOf(other)]).toEqual([401, 200]);
  });

  it('is over after a change of the password elsewhere; the browser that changed it stays', async () => {
    const { user, cookie } = await server.signIn();
    const own = cookieOf(await login(user.email));
    const changed = await post('auth.changePassword', own, {
      currentPassword: testPassword,
      newPassword: 'another good password',
    });
    expect([changed.status, await statusOf(cookie), await statusOf(own)]).toEqual([200, 401, 200]);
    expect((await login(user.email)).status).toBe(401);
    expect((await login(user.email, { password: 'another good password' })).status).toBe(200);
  });

  it.each<[string, { password?: string; isActive?: boolean }]>([
    ['sets a new password', { password: 'set by the super admin' }],
    ['disables the account', { isActive: false }],
  ])('is over when a super admin %s, in every browser', async (_what, patch) => {
    const { user, cookie } = await server.signIn();
    const other = cookieOf(await login(user.email));
    const { cookie: superCookie } = await server.signIn({ isSuperuser: true });
    expect((await post('admins.update', superCookie, { publicId: user.publicId, patch })).status).toBe(200);
    expect([await statusOf(cookie), await statusOf(other), await statusOf(superCookie)]).toEqual([401, 401, 200]);
    expect((await login(user.email)).status).toBe(401);
    if (patch.isActive === false) {
      await post('admins.update', superCookie, { publicId: user.publicId, patch: { isActive: true } });
      expect([await statusOf(cookie), await statusOf(other)]).toEqual([401, 401]); // and does not come back
    }
  });

  it('ends after 8 hours without use and after 7 days in any case', async () => {
    const { cookie } = await server.signIn();
    const start = Date.now();
    const at = async (ms: number) => {
      clock = new Date(start + ms);
      return statusOf(cookie);
    };
    const step = sessionLife.idleMs - 60_000;
    for (let ms = 0; ms < sessionLife.absoluteMs - 60_000; ms += step) expect(await at(ms)).toBe(200);
    expect(await at(sessionLife.absoluteMs + 1_000)).toBe(401);
    clock = undefined;
    const idle = await server.signIn();
    clock = new Date(Date.now() + sessionLife.idleMs + 1_000);
    expect(await statusOf(idle.cookie)).toBe(401);
    clock = undefined;
  });

  it('is stored as a hash: the table opens no session', async () => {
    const { user, cookie } = await server.signIn();
    const [stored] = await Session.findAll({ where: { userId: user.id } });
    expect(stored?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await statusOf(`session=${stored?.tokenHash ?? ''}`)).toBe(401);
    expect(cookie).toMatch(/^session=[\w-]{43}$/);
  });

  it('asked for twice in a batch is looked up once', async () => {
    const { cookie } = await server.signIn();
    const spy = vi.spyOn(Session, 'findOne');
    const { body } = await server.call('auth.me,providers.list,auth.me?batch=1', { cookie });
    expect([body.length, spy.mock.calls.length]).toEqual([3, 1]);
    spy.mockRestore();
  });
});

describe('the cookie', () => {
  it('is for our pages and requests only: HttpOnly, SameSite=Lax, Path=/', async () => {
    const { user } = await server.signIn();
    const { headers } = await login(user.email);
    const flags = (headers.get('set-cookie') ?? '').split('; ').slice(1);
    expect(flags.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax']);
  });

  it('outlives the browser only where somebody asks to stay signed in, and the session itself in no case', async () => {
    const { user } = await server.signIn();
    const input = { email: user.email, password: testPassword, remember: true };
    const { headers } = await server.call('auth.login', { method: 'POST', input });
    expect(headers.get('set-cookie')).toContain(`; Max-Age=${sessionLife.absoluteMs / 1000};`);
    const ends = (await Session.findAll({ where: { userId: user.id } })).map(
      ({ createdAt, expiresAt }) => expiresAt.getTime() - createdAt.getTime(),
    );
    for (const life of ends) expect(Math.abs(life - sessionLife.absoluteMs)).toBeLessThan(5000);
  });

  it('is Secure and bound to the host under HTTPS, which a trusted proxy or PUBLIC_URL can say and nobody else', async () => {
    const { user } = await server.signIn();
    const behind = await openTestServer({ database: server.database, trustedProxies: ['127.0.0.1'] });
    const named = await openTestServer({ database: server.database, publicUrl: 'https://ai.example.com' });
    const input = { email: user.email, password: testPassword };
    const headers = { 'x-forwarded-proto': 'https' };
    const secure = await behind.call('auth.login', { method: 'POST', input, headers });
    expect(secure.headers.get('set-cookie')).toMatch(
      /^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const cookie = cookieOf(secure);
    expect((await behind.call('auth.me', { cookie, headers })).status).toBe(200);
    expect((await behind.call('auth.me', { cookie: cookie.replace('__Host-', ''), headers })).status).toBe(401);
    const known = await named.call('auth.login', { method: 'POST', input });
    expect(known.headers.get('set-cookie')).toMatch(/^__Host-session=.*; Secure; /);
    const untrusted = await server.call('auth.login', { method: 'POST', input, headers });
    expect(untrusted.headers.get('set-cookie')).toMatch(/^session=/);
    expect(untrusted.headers.get('set-cookie')).not.toContain('Secure');
    await behind.close();
    await named.close();
  });
});

describe('an account', () => {
  it('that is disabled is told the same as a wrong password', async () => {
    const { user } = await server.signIn();
    await User.update({ isActive: false }, { where: { id: user.id } });
    const [disabled, wrong] = [await login(user.email), await login(user.email, { password: 'wrong password' })];
    const told = ({ status, body }: typeof wrong) => [status, body.error.message, body.error.data.reason];
    expect(told(disabled)).toEqual(told(wrong));
  });
});
