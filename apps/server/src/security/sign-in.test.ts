import { existsSync, readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { User } from '@ai-providers/db';
import { openTestServer, testPassword, type Answer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
/** The same installation behind a proxy: a caller's address is what the proxy says. */
let proxied: TestServer;
beforeAll(async () => {
  server = await openTestServer();
  proxied = await openTestServer({ database: server.database, trustedProxies: ['127.0.0.1'] });
});
afterAll(async () => {
  await proxied.close();
  await server.close();
});

const login = (email: string, password: string, ip?: string, on = ip ? proxied : server): Promise<Answer> =>
  on.call('auth.login', { method: 'POST', input: { email, password }, headers: ip ? { 'x-forwarded-for': ip } : {} });
const address = (n: number) => `10.${n >> 8}.${n & 255}.1`;
/** The time of the quick fifth: what a busy machine adds is in the rest. */
const quick = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 5)] ?? NaN;
const schedule = '/proc/thread-self/schedstat';
/** The time that this thread has worked, in milliseconds: where the system tells it, without what other programs took. */
const ownTime = () => (existsSync(schedule) ? parseInt(readFileSync(schedule, 'utf8'), 10) / 1e6 : performance.now());

/** How long the event loop was kept from turning at most, in milliseconds, until something has happened. */
async function longestStretch(something: Promise<unknown>): Promise<number> {
  let isDone = false;
  void something.finally(() => (isDone = true));
  let longest = 0;
  for (let turnedAt = ownTime(); !isDone; turnedAt = ownTime()) {
    await setImmediate();
    longest = Math.max(longest, ownTime() - turnedAt);
  }
  return longest;
}

describe('too many tries', () => {
  it('end with 429 however the name is written or the address is forged; another address gets in', async () => {
    const email = 'guessed.often@example.com';
    await server.signIn({ email });
    for (let tries = 0; tries < 10; tries += 1) expect((await login(email, 'wrong password')).status).toBe(401);
    const eleventh = await login(email, testPassword);
    expect([eleventh.status, eleventh.body.error.data.reason]).toEqual([429, 'TOO_MANY_ATTEMPTS']);
    expect(Number(eleventh.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(eleventh.body.error.data.retryAfter).toBe(Number(eleventh.headers.get('retry-after')));

    const wide = email.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x61 + 0xff41));
    const names = [
      email,
      email.toUpperCase(),
      ` ${email}`,
      `${email} `,
      'Guessed.Often@Example.Com',
      wide,
      `\t${email}`,
      email.replace('@', '\uff20'),
    ];
    for (let variant = 0; variant < 50; variant += 1) {
      const name = names[variant % names.length] ?? '';
      const headers = {
        'x-forwarded-for': address(variant),
        'x-real-ip': address(variant),
        forwarded: `for=${address(variant)}`,
      };
      const answer = await server.call('auth.login', {
        method: 'POST',
        input: { email: name, password: testPassword },
        headers,
      });
      expect([name, answer.status, answer.headers.get('retry-after')]).toEqual([
        name,
        429,
        expect.stringMatching(/^\d+$/),
      ]);
    }
    expect((await login(email, testPassword, '203.0.113.7')).status).toBe(200);
    expect((await login(email, testPassword)).status).toBe(429); // and lifts nothing here
  });

  it('count a whole IPv6 network as one address', async () => {
    const email = 'six@example.com';
    for (let host = 1; host <= 10; host += 1) await login(email, 'wrong password', `2001:db8:1:2:${host}::1`);
    expect((await login(email, 'wrong password', '2001:db8:1:2:ffff::1')).status).toBe(429);
    expect((await login(email, 'wrong password', '2001:db8:9:2:1::1')).status).toBe(401);
  });

  it('of one address on many accounts end, too', async () => {
    const statuses = new Map<number, number>();
    for (let account = 0; account < 305; account += 1) {
      const answer = await login(`sprayed-${account}@example.com`, 'x', '198.51.100.9');
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    }
    expect(Object.fromEntries(statuses)).toEqual({ 401: 300, 429: 5 });
  });

  it('are forgotten after a good login', async () => {
    const email = 'forgetful@example.com';
    await server.signIn({ email });
    for (let round = 0; round < 3; round += 1) {
      for (let tries = 0; tries < 9; tries += 1) await login(email, 'wrong password', '192.0.2.4');
      expect((await login(email, testPassword, '192.0.2.4')).status).toBe(200);
    }
  });

  it('at the set-up link end as well', async () => {
    const input = { token: 'guess', email: 'a@example.com', name: 'A', password: 'a long enough password' };
    const headers = { 'x-forwarded-for': '192.0.2.99' };
    const statuses: number[] = [];
    for (let tries = 0; tries < 11; tries += 1)
      statuses.push((await proxied.call('system.setup', { method: 'POST', input, headers })).status);
    expect([statuses.slice(0, 10).includes(429), statuses[10]]).toEqual([false, 429]);
  });
});

describe('a failed login', () => {
  it('tells an unknown user from a wrong password neither by its words nor by its time', async () => {
    const email = 'timed@example.com';
    await server.signIn({ email });
    const times = { known: new Array<number>(), unknown: new Array<number>() };
    const bodies = new Set<string>();
    for (let pair = 0; pair < 100; pair += 1) {
      for (const kind of pair % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
        const from = performance.now();
        const answer = await login(
          kind === 'known' ? email : `nobody-${pair}@example.com`,
          'wrong password',
          address(1_000 + pair),
        );
        times[kind].push(performance.now() - from);
        expect(answer.status).toBe(401);
        bodies.add(answer.text.replace(/"requestId":"[^"]+"/, ''));
      }
    }
    expect(bodies.size).toBe(1);
    const [known, unknown] = [quick(times.known), quick(times.unknown)];
    const difference = Math.abs(known - unknown);
    const isAlike = difference < 3 || difference / Math.max(known, unknown) < 0.1;
    // On a machine with other work no time says much: then neither kind may be the slower one again and again. A fair
    // coin falls outside 30 to 70 of 100 once in 25,000 times.
    const slowerIfKnown = times.known.filter((time, pair) => time > (times.unknown[pair] ?? 0)).length;
    const isEven = slowerIfKnown >= 30 && slowerIfKnown <= 70;
    expect(isAlike || isEven, `${known} ms and ${unknown} ms, ${slowerIfKnown} of 100 slower`).toBe(true);
  });
});

describe('a password', () => {
  it('is stored as argon2id with at least 19 MiB and two passes', async () => {
    const { user } = await server.signIn();
    const stored = await User.findByPk(user.id);
    expect(stored?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await server.passwords.matches(stored?.passwordHash ?? '', testPassword)).toBe(true);
    expect(await server.passwords.hash(testPassword)).not.toBe(stored?.passwordHash); // its own salt
  });

  it('keeps the event loop free while 16 people sign in at once', async () => {
    const { user } = await server.signIn();
    const longest: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const from = 2_000 + round * 16;
      const answers = Promise.all(
        Array.from({ length: 16 }, (_, n) => login(user.email, testPassword, address(from + n))),
      );
      longest.push(await longestStretch(answers));
      expect((await answers).map(({ status }) => status)).toEqual(Array.from({ length: 16 }, () => 200));
    }
    expect(Math.min(...longest)).toBeLessThan(100); // the first round warms up, and a host takes time unseen
  });
});
