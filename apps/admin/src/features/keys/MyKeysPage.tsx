import { IconKey } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { EmptyState } from '../../components/EmptyState.js';
import { ErrorState } from '../../components/ErrorState.js';
import { lazyPart } from '../../components/lazy-part.js';
import { Page } from '../../components/Page.js';
import { CardsSkeleton } from '../../components/Skeletons.js';
import { KeyCards } from './KeyCards.js';
import { MyMonths } from './MyMonths.js';
import { ThisMonth } from './ThisMonth.js';
import { useKeyEntryDialog } from './useKeyEntryDialog.js';
import { useMyKeys } from './useMyKeys.js';

export { prefetchMyKeys } from './useMyKeys.js';

// Not needed to read the page.
const PersonalKeyDialog = lazyPart(async () => (await import('./PersonalKeyDialog.js')).PersonalKeyDialog);

export function MyKeysPage() {
  const { t } = useTranslation('keys');
  const { data, error, isPending, refetch } = useMyKeys();
  const { entering, enter, close } = useKeyEntryDialog(data ?? []);
  const [first] = data ?? [];
  return (
    <Page title={t('title')} actions={first && <ThisMonth resetsAt={first.resetsAt} />}>
      {error && <ErrorState {...failureOf(error)} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState title={t('emptyTitle')} text={t('emptyText')} icon={<IconKey />} />}
      {data?.length !== 0 && <MyMonths />}
      {isPending && <CardsSkeleton />}
      {data && data.length > 0 && <KeyCards all={data} onEnter={enter} />}
      <Suspense>{entering && <PersonalKeyDialog settings={entering} onClose={close} />}</Suspense>
    </Page>
  );
}
