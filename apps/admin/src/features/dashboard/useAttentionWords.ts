import type { AttentionItem } from '@ai-providers/contracts';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { startOfDay } from '../../components/iso-date.js';
import { useFmt, type Fmt } from '../../i18n/fmt.js';
import type dashboard from '../../i18n/en/dashboard.json';

type OfAdmin = Extract<AttentionItem, { admin: unknown }>;
type Of<Kind extends AttentionItem['kind']> = Extract<AttentionItem, { kind: Kind }>;

interface Words {
  sentence: `attention.sentence.${keyof typeof dashboard.attention.sentence}`;
  values: Record<string, string>;
  detail: string;
}

/** What a row says, in the user's digits. */
export function useAttentionWords(item: AttentionItem): Words {
  const { t } = useTranslation('dashboard');
  const fmt = useFmt();
  switch (item.kind) {
    case 'limitRequest':
      return ofRequest(item, t, fmt);
    case 'nearLimit':
      return { sentence: 'attention.sentence.nearLimit', values: namesIn(item), detail: standingWords(item, t, fmt) };
    case 'keysUnreadable':
    case 'keysMissing':
      return ofKeys(item, fmt);
    case 'modelsRetired':
      return ofModels(item, fmt);
    case 'drift':
      return {
        sentence: `attention.sentence.drift${item.counters === 1 ? 'One' : 'Many'}`,
        values: { shown: fmt.number(item.counters) },
        detail: t('attention.checked', { when: fmt.absolute(item.checkedAt) }),
      };
  }
}

/** How much of an admin's limit is used, and until when it is a raised one. */
export function useStandingWords(item: OfAdmin): string {
  const { t } = useTranslation('dashboard');
  return standingWords(item, t, useFmt());
}

/** How the two sides of a limit are called. */
export const namesIn = ({ admin, provider }: OfAdmin) => ({
  admin: admin.name || admin.email,
  provider: provider.displayName,
});

function standingWords(item: OfAdmin, t: TFunction<'dashboard'>, fmt: Fmt): string {
  const used = usedWords(item, t, fmt);
  if (item.kind !== 'nearLimit' || !item.raise) return used;
  const date = fmt.date(startOfDay(item.raise.until));
  return `${used} ${t('attention.raised', { date, usual: fmt.number(item.usualLimit ?? 0) })}`;
}

function usedWords({ monthlyUsage, monthlyLimit }: OfAdmin, t: TFunction<'dashboard'>, fmt: Fmt): string {
  const used = fmt.number(monthlyUsage);
  if (!monthlyLimit) return t(monthlyLimit === null ? 'attention.used' : 'attention.noneAllowed', { used });
  const percent = fmt.percent(Math.floor((monthlyUsage * 100) / monthlyLimit) / 100);
  return t('attention.usedOf', { used, limit: fmt.number(monthlyLimit), percent });
}

function ofRequest(item: Of<'limitRequest'>, t: TFunction<'dashboard'>, fmt: Fmt): Words {
  const { monthlyLimit: limit, note } = item.request;
  const used = usedWords(item, t, fmt);
  return {
    sentence: `attention.sentence.limitRequest${limit === null ? 'None' : ''}`,
    values: { ...namesIn(item), limit: limit === null ? '' : fmt.number(limit) },
    detail: note === '' ? used : `${used} ${t('attention.note', { note })}`,
  };
}

function ofKeys({ kind, providers }: Of<'keysUnreadable'> | Of<'keysMissing'>, fmt: Fmt): Words {
  const names = providers.map(({ displayName }) => displayName);
  const [only = '', ...others] = names;
  if (others.length === 0) return { sentence: `attention.sentence.${kind}One`, values: { provider: only }, detail: '' };
  const values = { shown: fmt.number(names.length) };
  return { sentence: `attention.sentence.${kind}Many`, values, detail: listed(names, fmt) };
}

function ofModels({ models, provider }: Of<'modelsRetired'>, fmt: Fmt): Words {
  return {
    sentence: `attention.sentence.modelsRetired${models.length === 1 ? 'One' : 'Many'}`,
    values: { shown: fmt.number(models.length), provider: provider.displayName },
    detail: listed(models, fmt),
  };
}

const listed = (names: readonly string[], fmt: Fmt) =>
  new Intl.ListFormat(fmt.language, { type: 'conjunction' }).format(names);
