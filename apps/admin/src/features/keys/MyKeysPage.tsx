import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { EmptyState } from '../../components/EmptyState.js';
import { ErrorState } from '../../components/ErrorState.js';
import { Page } from '../../components/Page.js';
import { CardsSkeleton } from '../../components/Skeletons.js';
import { KeyCard } from './KeyCard.js';
import classes from './Keys.module.css';
import { useMyKeys } from './useMyKeys.js';

export function MyKeysPage() {
  const { t } = useTranslation('keys');
  const { data, error, isPending, refetch } = useMyKeys();
  return (
    <Page title={t('title')}>
      {isPending && <CardsSkeleton />}
      {error && <ErrorState {...failureOf(error)} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState title={t('emptyTitle')} text={t('emptyText')} icon={<IconKey />} />}
      {data && data.length > 0 && (
        <div className={classes.cards}>
          {data.map((settings) => (
            <KeyCard key={settings.provider.slug} settings={settings} />
          ))}
        </div>
      )}
    </Page>
  );
}
