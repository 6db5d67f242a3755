import { List, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { ErrorState } from '../../components/ErrorState.js';
import { effectSentences } from './access-sentences.js';
import type { useAccessPreview } from './useProviders.js';

/** What a switch would do, counted before it is flipped. */
export function AccessEffect({ preview }: { preview: ReturnType<typeof useAccessPreview> }) {
  const { t } = useTranslation(['provider', 'common']);
  if (preview.error) return <ErrorState {...failureOf(preview.error)} onRetry={() => void preview.refetch()} />;
  if (!preview.data)
    return (
      <div role="status" aria-busy="true">
        <span className="visually-hidden">{t('effect.counting')}</span>
        <Skeleton height={20} aria-hidden />
      </div>
    );
  const { lose } = preview.data;
  return (
    <div role="status">
      <List size="sm" c={lose > 0 ? 'var(--mantine-color-orange-text)' : undefined}>
        {effectSentences(t, preview.data).map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </div>
  );
}
