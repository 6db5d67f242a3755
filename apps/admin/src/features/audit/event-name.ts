import type { TFunction } from 'i18next';
import { groups, presetNames } from './groups.js';

/** What an event, a group of them or a preset is called; the address's own word where this panel does not know it. */
export function eventName(t: TFunction<'audit'>, event: string): string {
  const preset = presetNames.find((name) => name === event);
  if (preset) return t(`preset.${preset}`);
  const part = groups.some(({ name }) => name === event) ? 'group' : 'event';
  return t(`${part}.${event}` as 'group.auth', { defaultValue: event }); // a test walks them
}
