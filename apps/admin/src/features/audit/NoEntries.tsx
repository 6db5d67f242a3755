import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState, NoMatch } from '../../components/EmptyState.js';
import { isNarrowed, useAuditSearch } from './useAuditSearch.js';

/** A log without rows: hidden by the filters, or nothing there yet. */
export function NoEntries() {
  const { t } = useTranslation('audit');
  const { search, clear } = useAuditSearch();
  if (isNarrowed(search)) return <NoMatch onClear={clear} />;
  return <EmptyState title={t('list.emptyTitle')} text={t('list.emptyText')} icon={<IconHistory />} />;
}
