import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../api/ExportButton.js';
import { failureOf } from '../../api/error-message.js';
import { useMay } from '../../api/me.js';
import { DataTable } from '../../components/DataTable.js';
import { lazyPart } from '../../components/lazy-part.js';
import { Page } from '../../components/Page.js';
import { auditColumns } from './audit-columns.js';
import { AuditFilters } from './AuditFilters.js';
import { ChainState } from './ChainState.js';
import { exportFiles } from './export-files.js';
import { ListFoot } from './ListFoot.js';
import { NewerEntries } from './NewerEntries.js';
import { NoEntries } from './NoEntries.js';
import { Presets } from './Presets.js';
import { filtersOf, isNarrowed, useAuditSearch } from './useAuditSearch.js';
import { useEntries } from './useEntries.js';

export { prefetchEntries } from './useEntries.js';

// Not needed to read the list.
const EntryPanel = lazyPart(async () => (await import('./EntryPanel.js')).EntryPanel);

/** Everybody's deeds for who may read them, and one's own for everybody else. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const seesAll = useMay('audit.readAny');
  const { search, zone, openId, open } = useAuditSearch();
  const audit = useEntries(filtersOf(search));
  const title = t(seesAll ? 'title' : 'titleOwn');
  return (
    <Page title={title} actions={<ExportButton label={t('export')} files={exportFiles(search)} />}>
      {seesAll && <ChainState />}
      {seesAll && <Presets />}
      <AuditFilters entries={audit.entries} />
      <NewerEntries entries={audit.entries} onShow={() => void audit.refetch()} />
      <DataTable
        caption={title}
        columns={auditColumns({ t, zone, withActor: seesAll })}
        rows={audit.entries}
        rowId={({ sequence }) => sequence}
        rowName={({ sequence }) => t('detail.title', { sequence })}
        onRowOpen={({ sequence }) => open(sequence)}
        openRowId={openId}
        isFetching={audit.isFetching}
        failure={audit.isError ? failureOf(audit.error) : null}
        onRetry={() => void audit.refetch()}
        skeletonRows={12}
        empty={<NoEntries />}
        footer={
          <ListFoot
            hasMore={audit.hasNextPage}
            isLoading={audit.isFetchingNextPage}
            end={t(isNarrowed(search) ? 'list.endFiltered' : seesAll ? 'list.end' : 'list.endOwn')}
            onMore={() => void audit.fetchNextPage()}
          />
        }
      />
      <Suspense fallback={null}>
        {openId !== undefined && <EntryPanel sequence={openId} rows={audit.entries} />}
      </Suspense>
    </Page>
  );
}
