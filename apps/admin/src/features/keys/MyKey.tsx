import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { EmptyState } from '../../components/EmptyState.js';
import { ErrorState } from '../../components/ErrorState.js';
import { lazyPart } from '../../components/lazy-part.js';
import { CardsSkeleton } from '../../components/Skeletons.js';
import { KeyCards } from './KeyCards.js';
import { useKeyEntryDialog } from './useKeyEntryDialog.js';
import { useMyKeys } from './useMyKeys.js';

// Not needed to read it.
const PersonalKeyDialog = lazyPart(async () => (await import('./PersonalKeyDialog.js')).PersonalKeyDialog);

/** The caller's own key and limit for one provider, within the page of that provider. */
export function MyKey({ slug }: { slug: string }) {
  const { t } = useTranslation('keys');
  const { data, error, isPending, refetch } = useMyKeys();
  const settings = data?.find(({ provider }) => provider.slug === slug);
  const { entering, enter, close } = useKeyEntryDialog(settings ? [settings] : []);
  if (isPending) return <CardsSkeleton cards={1} />;
  if (error) return <ErrorState {...failureOf(error)} onRetry={() => void refetch()} />;
  if (!settings) return <EmptyState title={t('emptyTitle')} text={t('emptyText')} />;
  return (
    <>
      <KeyCards all={[settings]} onEnter={enter} />
      <Suspense>{entering && <PersonalKeyDialog settings={entering} onClose={close} />}</Suspense>
    </>
  );
}
