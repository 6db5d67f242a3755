import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyRules } from '@ai-providers/contracts';
import { decideKey, type KeyFacts } from './decide-key.js';

const open: KeyFacts = {
  accountActive: true,
  superAdmin: false,
  providerActive: true,
  useSharedApi: true,
  allowPersonalKeys: true,
  allowSharedForNormalAdmins: true,
  sharedKey: 'readable',
  personalKey: 'readable',
};

const decide = (facts: Partial<KeyFacts>) => decideKey({ ...open, ...facts });

describe('decideKey', () => {
  it.each<[string, Partial<KeyFacts>, string]>([
    ['an inactive account', { accountActive: false, superAdmin: true }, 'ACCOUNT_INACTIVE'],
    ['an inactive provider, super admins included', { providerActive: false, superAdmin: true }, 'PROVIDER_INACTIVE'],
    ['a normal admin the shared key that is not open', { allowSharedForNormalAdmins: false }, 'SHARED_KEY_NOT_ALLOWED'],
    [
      'a normal admin a personal key that is not allowed',
      { useSharedApi: false, allowPersonalKeys: false },
      'PERSONAL_KEYS_NOT_ALLOWED',
    ],
    ['a key that is not there', { sharedKey: 'absent' }, 'KEY_NOT_CONFIGURED'],
    ['a key that cannot be read', { useSharedApi: false, personalKey: 'unreadable' }, 'KEY_UNREADABLE'],
  ])('refuses %s', (_name, facts, code) => {
    expect(decide(facts)).toMatchObject({ allowed: false, code });
  });

  it('lets super admins pass both switches', () => {
    const closed = { superAdmin: true, allowPersonalKeys: false, allowSharedForNormalAdmins: false };
    expect(decide(closed)).toMatchObject({ allowed: true, source: 'shared' });
    expect(decide({ ...closed, useSharedApi: false })).toMatchObject({ allowed: true, source: 'personal' });
  });

  it('never falls back from one key to the other, whatever the facts', () => {
    const stored = fc.constantFrom('absent' as const, 'readable' as const, 'unreadable' as const);
    const flag = fc.boolean();
    const facts = fc.record<KeyFacts>({
      accountActive: flag,
      superAdmin: flag,
      providerActive: flag,
      useSharedApi: flag,
      allowPersonalKeys: flag,
      allowSharedForNormalAdmins: flag,
      sharedKey: stored,
      personalKey: stored,
    });
    fc.assert(
      fc.property(facts, (each) => {
        const { allowed, source, code, steps } = decideKey(each);
        const chosen = each.useSharedApi ? each.sharedKey : each.personalKey;
        expect(source).toBe(each.useSharedApi ? 'shared' : 'personal');
        if (allowed) expect(chosen).toBe('readable');
        expect(allowed).toBe(code === undefined);
        expect(steps.map(({ rule }) => rule)).toEqual(keyRules.slice(0, steps.length));
        expect(steps.filter(({ outcome }) => outcome === 'failed')).toHaveLength(allowed ? 0 : 1);
      }),
      { numRuns: 2_000 },
    );
  });
});
