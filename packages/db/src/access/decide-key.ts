import type { KeyDecision, KeyRefusal, KeySource, KeyStep } from '@ai-providers/contracts';

/** Whether a key is stored and whether this installation can read it. */
export type StoredKey = 'absent' | 'readable' | 'unreadable';

/** Everything that decides which key an admin may use for a provider. */
export interface KeyFacts {
  accountActive: boolean;
  superAdmin: boolean;
  providerActive: boolean;
  useSharedApi: boolean;
  allowPersonalKeys: boolean;
  allowSharedForNormalAdmins: boolean;
  sharedKey: StoredKey;
  personalKey: StoredKey;
}

type Answer = [passed: boolean, detail: string, code: KeyRefusal];

/**
 * The one place that decides who gets which key (specification, section 4). The rules are asked in order and
 * the first that fails ends it: there is no way from the personal key to the shared one or back.
 */
export function decideKey(facts: KeyFacts): KeyDecision {
  const source: KeySource = facts.useSharedApi ? 'shared' : 'personal';
  const stored = facts.useSharedApi ? facts.sharedKey : facts.personalKey;
  const rules: [KeyStep['rule'], () => Answer][] = [
    ['account_active', () => [facts.accountActive, facts.accountActive ? 'active' : 'inactive', 'ACCOUNT_INACTIVE']],
    [
      'provider_active',
      () => [facts.providerActive, facts.providerActive ? 'active' : 'inactive', 'PROVIDER_INACTIVE'],
    ],
    ['key_choice', () => [true, source, 'KEY_NOT_CONFIGURED']],
    ['choice_allowed', () => choiceAllowed(facts)],
    ['key_configured', () => [stored !== 'absent', stored === 'absent' ? 'absent' : 'present', 'KEY_NOT_CONFIGURED']],
    ['key_readable', () => [stored === 'readable', stored, 'KEY_UNREADABLE']],
  ];
  const steps: KeyStep[] = [];
  for (const [rule, ask] of rules) {
    const [passed, detail, code] = ask();
    steps.push({ rule, outcome: passed ? 'passed' : 'failed', detail });
    if (!passed) return { allowed: false, source, code, steps };
  }
  return { allowed: true, source, steps };
}

function choiceAllowed(facts: KeyFacts): Answer {
  if (facts.superAdmin) return [true, 'super_admin', 'SHARED_KEY_NOT_ALLOWED'];
  if (facts.useSharedApi) {
    const allowed = facts.allowSharedForNormalAdmins;
    return [allowed, allowed ? 'shared_allowed' : 'shared_not_allowed', 'SHARED_KEY_NOT_ALLOWED'];
  }
  const allowed = facts.allowPersonalKeys;
  return [allowed, allowed ? 'personal_allowed' : 'personal_not_allowed', 'PERSONAL_KEYS_NOT_ALLOWED'];
}

/** The English sentence of a refusal. */
export const refusalSentences: Record<KeyRefusal, string> = {
  ACCOUNT_INACTIVE: 'This account is not active',
  PROVIDER_INACTIVE: 'This provider is switched off',
  SHARED_KEY_NOT_ALLOWED: 'The shared key of this provider is not open to normal admins',
  PERSONAL_KEYS_NOT_ALLOWED: 'Personal keys are not allowed for this provider',
  KEY_NOT_CONFIGURED: 'No API key is stored for this choice',
  KEY_UNREADABLE: 'The stored API key cannot be read with this SECRET_KEY. Enter the key again.',
};
