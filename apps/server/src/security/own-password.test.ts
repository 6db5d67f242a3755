import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { User } from '@ai-providers/db';
import { openTestServer, testPassword, type TestServer } from '../testing/test-server.js';

const newPassword = 'quite another sentence';

let server: TestServer;
let user: User;
let cookie: string;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  ({ user, cookie } = await server.signIn());
});

const post = (path: string, input: object) => server.call(path, { method: 'POST', input, cookie });
const ways: Array<[string, (currentPassword: string) => ReturnType<typeof post>]> = [
  ['auth.changePassword', (currentPassword) => post('auth.changePassword', { currentPassword, newPassword })],
  [
    'auth.updateProfile',
    (currentPassword) => post('auth.updateProfile', { email: `new-${user.email}`, currentPassword }),
  ],
];

describe.each(ways)('the current password that %s asks for', (path, change) => {
  it('can be guessed ten times, then not even be right, and the answer says how long', async () => {
    for (let guess = 0; guess < 10; guess += 1) expect((await change('a wrong guess')).status).toBe(400);
    const { status, headers, body } = await change(testPassword);
    expect([status, body.error.data.reason]).toEqual([429, 'TOO_MANY_ATTEMPTS']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    const stored = await User.findByPublicIdOrThrow(user.publicId);
    expect([stored.email, stored.passwordHash]).toEqual([user.email, user.passwordHash]);
    // Neither the sign-in nor anybody else is held up by it.
    expect(
      (await server.call('auth.login', { method: 'POST', input: { email: user.email, password: testPassword } }))
        .status,
    ).toBe(200);
    const other = await server.signIn();
    const input = path === 'auth.changePassword' ? { newPassword } : { email: `new-${other.user.email}` };
    const theirs = { ...input, currentPassword: testPassword };
    expect((await server.call(path, { method: 'POST', input: theirs, cookie: other.cookie })).status).toBe(200);
  });

  it('gives the tries back when it was right', async () => {
    for (let guess = 0; guess < 9; guess += 1) await change('a wrong guess');
    expect((await change(testPassword)).status).toBe(200);
  });
});
