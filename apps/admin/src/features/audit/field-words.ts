import type { AuditEntryOutput } from '@ai-providers/contracts';
import type { TFunction } from 'i18next';
import { startOfDay } from '../../components/iso-date.js';
import type { Fmt } from '../../i18n/fmt.js';

export type Change = AuditEntryOutput['changes'][number];

interface Words {
  t: TFunction<'audit'>;
  fmt: Fmt;
}

const secrets = new Set(['sharedApiKey', 'personalApiKey', 'password']);
const isoInstant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const decimal = /^\d+\.\d+$/;

export const isSecret = ({ field }: Change): boolean => secrets.has(field);
/** Of some changes only the name is in the log. */
export const hasValues = ({ from, to }: Change): boolean => from !== undefined || to !== undefined;

/** The name of a field as people say it; one that this panel does not know is called what the log calls it. */
export function fieldWord(t: Words['t'], field: string): string {
  const [, key] = /^config\.(.+)$/.exec(field) ?? [];
  if (key !== undefined) return t('field.configKey', { key });
  return t(`field.${field}` as 'field.name', { defaultValue: field }); // one that the types do not list has no words
}

/** A value in words; objects as JSON. */
export function valueWord(field: string, value: unknown, { t, fmt }: Words): string {
  if (value === null || value === undefined) return t(emptyWords[field] ?? 'value.none');
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') return fmt.number(value);
  if (typeof value === 'string') return textWord(field, value, { t, fmt });
  if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
    return value.length === 0 ? t('value.none') : value.join(t('value.comma'));
  return JSON.stringify(value, null, 2);
}

/** Structured values are shown folded. */
export const isStructured = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !(Array.isArray(value) && value.every((each) => typeof each !== 'object'));

function textWord(field: string, value: string, { t, fmt }: Words): string {
  if (value === '') return t('value.empty');
  if (isoInstant.test(value)) return fmt.absolute(value);
  if (field === 'raisedUntil') return fmt.date(startOfDay(value));
  if (field.startsWith('pricing') && decimal.test(value)) return fmt.money(value);
  if (field === 'source' && (value === 'shared' || value === 'personal')) return t(`value.${value}`);
  return value;
}

const emptyWords: Partial<Record<string, 'value.noLimit' | 'value.never'>> = {
  monthlyLimit: 'value.noLimit',
  expiresAt: 'value.never',
};
