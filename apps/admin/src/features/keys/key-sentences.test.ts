import { keyRefusals, keyRules, type KeySource, type KeyStep } from '@ai-providers/contracts';
import { beforeEach, describe, expect, it } from 'vitest';
import { i18n, languages, loadStrings, startI18n } from '../../i18n/index.js';
import { adviceSentence, effectiveKeySentence, stepSentence } from './key-sentences.js';

/** Every step that the one deciding function can give; its own tests pin that there are no others. */
const steps = {
  account_active: { passed: ['active'], failed: ['inactive'] },
  provider_active: { passed: ['active'], failed: ['inactive'] },
  key_choice: { passed: ['shared', 'personal'], failed: [] },
  choice_allowed: {
    passed: ['super_admin', 'shared_allowed', 'personal_allowed'],
    failed: ['shared_not_allowed', 'personal_not_allowed'],
  },
  key_configured: { passed: ['present'], failed: ['absent'] },
  key_readable: { passed: ['readable'], failed: ['unreadable'] },
} satisfies Record<KeyStep['rule'], Record<KeyStep['outcome'], string[]>>;

const allSteps = keyRules.flatMap((rule) =>
  (['passed', 'failed'] as const).flatMap((outcome) =>
    steps[rule][outcome].map((detail: string): KeyStep => ({ rule, outcome, detail })),
  ),
);

const refusalsOf: Record<KeySource, readonly (typeof keyRefusals)[number][]> = {
  shared: keyRefusals.filter((code) => code !== 'PERSONAL_KEYS_NOT_ALLOWED'),
  personal: keyRefusals.filter((code) => code !== 'SHARED_KEY_NOT_ALLOWED'),
};

describe.each(languages)('in %s', (language) => {
  beforeEach(async () => {
    if (!i18n.isInitialized) await startI18n(language);
    await i18n.changeLanguage(language);
    await loadStrings('keys');
  });

  it.each(allSteps)('$rule, $outcome, $detail has a sentence of its own', (step) => {
    const sentence = stepSentence(step);
    const others = allSteps.filter((each) => each !== step).map(stepSentence);
    expect([...others, i18n.t(`keys:rule.other.${step.outcome}`)]).not.toContain(sentence);
  });
  it.each(['passed', 'failed'] as const)('a rule of a newer server that %s is told in general words', (outcome) => {
    const step = { rule: 'account_active', outcome, detail: 'from_the_future' } as const;
    expect(stepSentence(step)).toBe(i18n.t(`keys:rule.other.${outcome}`));
  });
  it('names the key that calls use', () => {
    const words = (['shared', 'personal'] as const).map((source) => effectiveKeySentence({ allowed: true, source }));
    expect(new Set(words).size).toBe(2);
  });
  it.each(['shared', 'personal'] as const)('every refusal of the %s key has a sentence of its own', (source) => {
    const refusals = refusalsOf[source].map((code) => effectiveKeySentence({ allowed: false, source, code }));
    expect(new Set(refusals).size).toBe(refusals.length);
    for (const code of refusalsOf[source]) expect(i18n.exists(`keys:none.${source}.${code}`), code).toBe(true);
  });
});

describe('adviceSentence', () => {
  const advice = (source: KeySource, useShared: boolean, usePersonal: boolean) =>
    adviceSentence({
      key: { allowed: false, source, code: 'KEY_NOT_CONFIGURED' },
      can: { useShared, usePersonal, setLimit: false, requestLimit: true },
    });

  beforeEach(async () => {
    await i18n.changeLanguage('en');
  });

  it('never sends anybody to a key that is not open to them', () => {
    expect(advice('shared', true, false)).toBe('Ask a super admin.');
    expect(advice('shared', false, true)).toContain('your own key');
    expect(advice('personal', false, true)).toBe('Enter your key.');
    expect(advice('personal', true, false)).toBe('Switch to the shared key.');
    expect(advice('personal', false, false)).toBe('Ask a super admin.');
  });
  it('is silent where calls get a key', () => {
    const can = { useShared: true, usePersonal: true, setLimit: false, requestLimit: true };
    expect(adviceSentence({ key: { allowed: true, source: 'shared' }, can })).toBe('');
  });
});
