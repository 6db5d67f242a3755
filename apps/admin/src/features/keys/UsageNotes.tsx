import type { SettingsOutput } from '@ai-providers/contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../../i18n/fmt.js';
import { usageLevel } from './usage-level.js';

/** Requests of this month by the key that they were made with, as decimal strings. */
export interface KeySplit {
  shared: string;
  personal: string;
}

interface Props {
  settings: SettingsOutput;
  split: KeySplit | undefined;
  others: readonly string[];
}

/** What stands below the bar: whose key paid, a limit that came down below the count, and what still works. */
export function UsageNotes({ settings, split, others }: Props) {
  const { t } = useTranslation('keys');
  const fmt = useFmt();
  const { monthlyUsage, monthlyLimit } = settings;
  const isStopped = ['reached', 'noneAllowed'].includes(usageLevel(settings));
  const names = new Intl.ListFormat(fmt.language, { type: 'conjunction' }).format(others);
  return (
    <>
      {split && (
        <Text size="xs" c="dimmed">
          {t('usage.split', { shared: fmt.number(split.shared), personal: fmt.number(split.personal) })}
        </Text>
      )}
      {monthlyLimit !== null && monthlyUsage > monthlyLimit && <Text size="xs">{t('usage.lowered')}</Text>}
      {isStopped && (
        <Text size="xs">{others.length > 0 ? t('usage.othersWork', { names }) : t('usage.nothingWorks')}</Text>
      )}
    </>
  );
}
