import type { AuditEntryOutput } from '@ai-providers/contracts';
import { trpc } from '../../api/trpc.js';
import { filtersOf, type AuditSearch } from './useAuditSearch.js';

const askEveryMs = 20_000;
/** The choices of a select; an installation with more admins opens an entry and goes on from there. */
const actorsInSelect = 100;

/** How many entries there are that the list does not show yet; asked for while the page is in sight. */
export function useNewerCount(search: AuditSearch, entries: readonly AuditEntryOutput[] | undefined): number {
  const after = entries?.[0]?.sequence ?? '0';
  const { data } = trpc.audit.newer.useQuery(
    { ...filtersOf(search), after },
    { enabled: entries !== undefined, refetchInterval: askEveryMs, meta: { handlesError: true } },
  );
  return data?.count ?? 0;
}

/** An entry that the list has just shown is there at once: entries never change. */
export const useEntry = (sequence: string, listed: AuditEntryOutput | undefined) =>
  trpc.audit.get.useQuery({ sequence }, { initialData: listed, staleTime: Infinity });

/** Whether one entry is as it was written, and in its place. */
export function useEntryCheck(sequence: string, enabled: boolean) {
  const before = BigInt(sequence) - 1n;
  return trpc.audit.verify.useQuery({ ...(before > 0n && { after: String(before) }), count: 1 }, { enabled });
}

export const useActorChoices = (enabled: boolean) =>
  trpc.admins.list.useQuery({ pageSize: actorsInSelect }, { enabled }).data?.items ?? [];
