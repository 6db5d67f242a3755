import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazyPart } from '../components/lazy-part.js';
import { DashboardPage } from '../features/dashboard/DashboardPage.js';
import { ranges, type Range } from '../features/dashboard/range.js';
import { UsageBar } from '../features/keys/UsageBar.js';

export { prefetchDashboard } from '../features/dashboard/useDashboard.js';

// For super admins only.
const LatestEntries = lazyPart(async () => (await import('../features/audit/LatestEntries.js')).LatestEntries);

const usual = 30;

/** The first page, with the limit bar that my keys has. */
export function DashboardRoute() {
  const { range: asked } = useSearch({ from: '/panel/' });
  const navigate = useNavigate({ from: '/' });
  const range = ranges.find((days) => String(days) === asked) ?? usual;
  const choose = (days: Range) => {
    const chosen = days === usual ? undefined : (`${days}` as const);
    void navigate({ search: { range: chosen } });
  };
  return <DashboardPage range={range} onRange={choose} LimitBar={UsageBar} LatestDeeds={LatestEntries} />;
}
