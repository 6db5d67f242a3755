import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { OpenedSecrets } from './opened-secrets.js';

function openedSecrets() {
  const clock = { ms: 1_000_000 };
  return { clock, opened: new OpenedSecrets(() => clock.ms) };
}

describe('OpenedSecrets', () => {
  it('holds 500 secrets at most, and lets the eldest go first', () => {
    const { opened } = openedSecrets();
    for (let serial = 0; serial < 501; serial += 1) opened.set(`token-${serial}`, `secret-${serial}`);
    expect(opened.size).toBe(500);
    expect([opened.get('token-0'), opened.get('token-1'), opened.get('token-500')]).toEqual([
      undefined,
      'secret-1',
      'secret-500',
    ]);
  });

  it('counts a secret that was opened again as new', () => {
    const { opened } = openedSecrets();
    for (let serial = 0; serial < 500; serial += 1) opened.set(`token-${serial}`, `secret-${serial}`);
    opened.set('token-0', 'secret-0');
    opened.set('token-500', 'secret-500');
    expect([opened.get('token-0'), opened.get('token-1')]).toEqual(['secret-0', undefined]);
  });

  it('forgets a secret after 60 seconds, however often it was read', () => {
    const { clock, opened } = openedSecrets();
    opened.set('token', 'secret');
    clock.ms += 59_999;
    expect(opened.get('token')).toBe('secret');
    clock.ms += 1;
    expect(opened.get('token')).toBeUndefined();
    expect(opened.size).toBe(0);
  });

  it('forgets a secret that a clock set back would keep too long', () => {
    const { clock, opened } = openedSecrets();
    opened.set('token', 'secret');
    clock.ms -= 1;
    expect(opened.get('token')).toBeUndefined();
  });

  it('shows no secret when it is printed', () => {
    const { opened } = openedSecrets();
    opened.set('token', 'sk-live-abcdef1234');
    expect(inspect(opened, { depth: 9, showHidden: true }) + JSON.stringify(opened)).not.toContain('sk-live');
  });
});
