import type { SettingsOutput } from '@ai-providers/contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { reasonSentence } from '../../api/error-message.js';
import { useFmt } from '../../i18n/fmt.js';

type Own = Pick<SettingsOutput, 'key' | 'monthlyUsage' | 'monthlyLimit'>;

/** Which key somebody's requests use, and why none where there is none. */
export function OwnKey({ own, words = 'own' }: { own: Pick<Own, 'key'>; words?: 'own' | 'theirs' }) {
  const { t } = useTranslation('providers');
  const { allowed, source, code } = own.key;
  if (allowed && source) return t(source === 'personal' && words === 'theirs' ? 'own.theirs' : `own.${source}`);
  return (
    <>
      {t('own.none')}
      {code && (
        <Text size="xs" c="dimmed" miw={180} maw={260}>
          {reasonSentence(code)}
        </Text>
      )}
    </>
  );
}

/** Somebody's requests of this month. */
export function OwnUsage({ own }: { own: Omit<Own, 'key'> }) {
  const { t } = useTranslation('providers');
  const fmt = useFmt();
  const { monthlyUsage: used, monthlyLimit: limit } = own;
  return limit === null ? fmt.number(used) : t('own.used', { used, limit });
}
