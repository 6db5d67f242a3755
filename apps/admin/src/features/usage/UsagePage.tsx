import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/Page.js';
import type { UsageSearch } from './usage-search.js';
import { UsageReport } from './UsageReport.js';

const route = getRouteApi('/panel/usage');

export function UsagePage() {
  const { t } = useTranslation('usage');
  const navigate = route.useNavigate();
  return (
    <Page title={t('title')}>
      <UsageReport
        search={route.useSearch()}
        onSearch={(part) => void navigate({ search: (now: UsageSearch) => ({ ...now, ...part }), resetScroll: false })}
      />
    </Page>
  );
}
