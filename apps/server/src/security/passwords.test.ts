import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createPasswords } from './passwords.js';

const passwords = createPasswords();

describe('passwords', () => {
  it('knows the right one from a wrong one', async () => {
    const hash = await passwords.hash('a few words in a row');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.matches(hash, 'a few words in a row')).toBe(true);
    expect(await passwords.matches(hash, 'a few words in a ROW')).toBe(false);
  });

  it.each(['', 'no password', 'pbkdf2_sha256$600000$salt$hash'])(
    'lets nobody in by the foreign hash %j',
    async (hash) => {
      expect(await passwords.matches(hash, hash)).toBe(false);
    },
  );

  it('are checked off the event loop, which goes on turning', async () => {
    const hash = await passwords.hash('a few words in a row');
    let isDone = false;
    const checks = Promise.all(Array.from({ length: 16 }, () => passwords.matches(hash, 'a few words in a row')));
    void checks.finally(() => (isDone = true));
    let turns = 0;
    for (; !isDone; turns += 1) await setImmediate();
    expect(new Set(await checks)).toEqual(new Set([true]));
    expect(turns).toBeGreaterThan(100); // checked on the loop, each would let it turn once at most
  });
});
