import type { UsageSeriesInput } from '@ai-providers/contracts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getQueryKey } from '@trpc/react-query';
import { trpc } from '../../api/trpc.js';
import { useMinute } from '../../components/minute.js';
import { useFmt } from '../../i18n/fmt.js';
import { askedRange, utcDay, type AskedRange } from './usage-range.js';
import type { UsageBy, UsageSearch } from './usage-search.js';

/** What every question about the same requests has in common. */
export type UsageFilters = AskedRange &
  Pick<UsageSeriesInput, 'provider' | 'model' | 'admin' | 'keySource' | 'outcome'>;

const choices = 100;
const kept = { placeholderData: keepPreviousData } as const;

/** The filters of an address as the server takes them. They stay the same until the day is over. */
export function useUsageFilters(search: UsageSearch): UsageFilters {
  const today = utcDay(useMinute());
  const { provider, model, admin, keySource, outcome } = search;
  return { ...askedRange(search, today, useFmt().calendar), provider, model, admin, keySource, outcome };
}

/** One card asks one of these; what two cards ask alike is asked once. */
export const useUsageSummary = (filters: UsageFilters, groupBy: UsageBy) =>
  trpc.usage.summary.useQuery({ ...filters, groupBy }, kept);

export const useUsageSeries = (input: UsageFilters & Pick<UsageSeriesInput, 'groupBy' | 'grain'>, enabled = true) =>
  trpc.usage.series.useQuery(input, { ...kept, enabled });

/** Page after page. The library's own hook sends a field besides that the server refuses. */
export function useUsageRequests(input: UsageFilters) {
  const { client } = trpc.useUtils();
  return useInfiniteQuery({
    queryKey: getQueryKey(trpc.usage.ledger, input, 'infinite'),
    queryFn: ({ pageParam, signal }) => client.usage.ledger.query({ ...input, ...pageParam }, { signal }),
    initialPageParam: {},
    getNextPageParam: ({ nextCursor }) => (nextCursor === null ? undefined : { cursor: nextCursor }),
    ...kept,
  });
}

/** The limits of an admin, or one's own. */
export function useLimits(admin: string | undefined) {
  const mine = trpc.settings.mine.useQuery(undefined, { enabled: admin === undefined });
  const theirs = trpc.settings.forAdmin.useQuery({ admin: admin ?? '' }, { enabled: admin !== undefined });
  return admin === undefined ? mine : theirs;
}

export const useProviderChoices = () => trpc.providers.list.useQuery({ pageSize: choices });
export const useModelChoices = (provider: string | undefined) =>
  trpc.models.list.useQuery({ provider, pageSize: choices }, { enabled: provider !== undefined });
export const useAdminChoices = (enabled: boolean) => trpc.admins.list.useQuery({ pageSize: choices }, { enabled });
