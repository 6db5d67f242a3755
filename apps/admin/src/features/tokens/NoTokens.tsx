import { Button, Skeleton } from '@mantine/core';
import { IconTicket } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { tokenSnippets } from '../../api/snippets.js';
import { EmptyState, NoMatch } from '../../components/EmptyState.js';
import { lazyPart } from '../../components/lazy-part.js';
import classes from './Tokens.module.css';
import { useTokensSearch } from './useTokensSearch.js';

// A list that has rows does without it.
const Snippets = lazyPart(async () => (await import('../../components/Snippets.js')).Snippets);

/** A list without rows: hidden by the filters, or nothing there yet. */
export function NoTokens({ onMake }: { onMake: () => void }) {
  const { t } = useTranslation('tokens');
  const { search, clear } = useTokensSearch();
  const { search: text, owner, state, expiring, page } = search;
  if (text ?? owner ?? state ?? expiring ?? page) return <NoMatch onClear={clear} />;
  return (
    <EmptyState
      title={t('empty.title')}
      text={t('empty.text')}
      icon={<IconTicket />}
      action={
        <>
          <Button onClick={onMake}>{t('add')}</Button>
          <div className={classes.empty}>
            <Suspense fallback={<Skeleton height={120} />}>
              <Snippets label={t('empty.snippets')} snippets={tokenSnippets({ url: window.location.origin })} />
            </Suspense>
          </div>
        </>
      }
    />
  );
}
