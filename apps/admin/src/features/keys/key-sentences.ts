import type { KeyDecision, KeyStep, SettingsOutput } from '@ai-providers/contracts';
import { reasonSentence } from '../../api/error-message.js';
import { i18n } from '../../i18n/index.js';

type Key = SettingsOutput['key'];

/** Which key calls use, or why they get none. */
export function effectiveKeySentence({ allowed, source, code }: Key | KeyDecision): string {
  if (allowed) return i18n.t(source === 'personal' ? 'keys:uses.personal' : 'keys:uses.shared');
  const refusal = code ?? '';
  const sentence = known(`keys:none.${source ?? 'shared'}.${refusal}`);
  // A code that a newer server made up has a sentence among the errors at least.
  return sentence ? i18n.t(sentence) : reasonSentence(refusal);
}

/** What somebody whose calls get no key can do about it, among what is open to them. */
export function adviceSentence({ key, can }: Pick<SettingsOutput, 'key' | 'can'>): string {
  if (key.allowed) return '';
  if (key.code === 'ACCOUNT_INACTIVE' || key.code === 'PROVIDER_INACTIVE') return i18n.t('keys:advice.ask');
  if (key.source === 'shared') return i18n.t(can.usePersonal ? 'keys:advice.own' : 'keys:advice.ask');
  if (!can.usePersonal) return i18n.t(can.useShared ? 'keys:advice.shared' : 'keys:advice.ask');
  return i18n.t(can.useShared ? 'keys:advice.enterOrShared' : 'keys:advice.enter');
}

/** Which key the calls of another admin use, or why they get none. */
export function keyOfAdminSentence({ allowed, source, code }: Key | KeyDecision): string {
  if (allowed) return i18n.t(source === 'personal' ? 'keys:theirs.personal' : 'keys:theirs.shared');
  const sentence = known(`keys:theirs.none.${source ?? 'shared'}.${code ?? ''}`);
  return sentence ? i18n.t(sentence) : reasonSentence(code ?? '');
}

/** What one rule said. */
export function stepSentence({ rule, outcome, detail }: KeyStep): string {
  return i18n.t(known(`keys:rule.${rule}.${outcome}.${detail}`) ?? `keys:rule.other.${outcome}`);
}

/** What one rule said of another admin. */
export function stepOfAdminSentence(step: KeyStep): string {
  const theirs = known(`keys:theirs.rule.${step.rule}.${step.detail}`);
  return theirs ? i18n.t(theirs) : stepSentence(step);
}

function known(key: string) {
  return i18n.exists(key) ? (key as 'keys:rule.other.passed') : undefined; // any sentence has that type
}
