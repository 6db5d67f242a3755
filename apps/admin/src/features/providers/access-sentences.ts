import type { AccessPreview } from '@ai-providers/contracts';
import type { TFunction } from 'i18next';

/** What flipping a switch does to people's keys, in sentences; one of "nobody" where it does nothing. */
export function effectSentences(t: TFunction<'provider'>, preview: AccessPreview): string[] {
  const counted = (['gain', 'move', 'lose', 'canSwitch'] as const).filter((part) => preview[part] > 0);
  if (counted.length === 0) return [t('effect.nobody', { count: preview.admins })];
  return counted.map((part) => t(`effect.${part}`, { count: preview[part] }));
}
