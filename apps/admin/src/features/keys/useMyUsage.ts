import { useMe } from '../../api/me.js';
import { trpc } from '../../api/trpc.js';
import { useMinute } from '../../components/minute.js';
import { lastMonths, monthBefore } from './months.js';
import type { KeySplit } from './UsageNotes.js';

export const shownMonths = 6;

/** The caller's requests of the last months, the oldest first; a month without any is 0. */
export function useMyMonths() {
  const months = lastMonths(useMinute(), shownMonths);
  const admin = useMe().data?.user.publicId;
  const query = trpc.usage.series.useQuery(
    { admin, from: months[0], grain: 'month' },
    { enabled: admin !== undefined, meta: { handlesError: true } },
  );
  const points = query.data?.series[0]?.points ?? [];
  const bars = months.map((at) => ({ at, requests: points.find((point) => point.at === at)?.requests ?? '0' }));
  return { ...query, bars };
}

/** Whose key this month's requests were made with, by the slug of the provider; empty until it is known. */
export function useKeySplit(resetsAt: string | undefined): Map<string, KeySplit> {
  const admin = useMe().data?.user.publicId;
  const input = { admin, from: resetsAt && monthBefore(resetsAt), groupBy: 'provider' as const };
  const options = { enabled: admin !== undefined && resetsAt !== undefined, meta: { handlesError: true } };
  const shared = trpc.usage.summary.useQuery({ ...input, keySource: 'shared' }, options).data?.groups;
  const personal = trpc.usage.summary.useQuery({ ...input, keySource: 'personal' }, options).data?.groups;
  if (!shared || !personal) return new Map();
  const requestsIn = (groups: typeof shared, slug: string | null) =>
    groups.find(({ key }) => key === slug)?.figures.requests ?? '0';
  return new Map(
    [...shared, ...personal].flatMap(({ key }) =>
      key === null ? [] : [[key, { shared: requestsIn(shared, key), personal: requestsIn(personal, key) }] as const],
    ),
  );
}
