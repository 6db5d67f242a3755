import type { AuditEntryOutput } from '@ai-providers/contracts';
import { getRouteApi } from '@tanstack/react-router';
import { startOfDay, type IsoDate } from '../../components/iso-date.js';
import { actionsOf, changedIn } from './groups.js';

const route = getRouteApi('/panel/audit');

export interface AuditSearch {
  actor?: string;
  event?: string;
  type?: string;
  target?: string;
  via?: AuditEntryOutput['via'];
  from?: IsoDate;
  to?: IsoDate;
  zone?: 'utc';
}

export interface AuditAddress extends AuditSearch {
  entry?: string;
}

/** The filters of an address. An event that this panel does not know is dropped, as whatever is broken in an address. */
export function searchIn({ entry: _, event, ...rest }: AuditAddress): AuditSearch {
  return { ...rest, ...(event !== undefined && actionsOf(event) && { event }) };
}

/** What the address of the log says, and how to change a part of it. */
export function useAuditSearch() {
  const address: AuditAddress = route.useSearch();
  const search = searchIn(address);
  const openId = address.entry;
  const navigate = route.useNavigate();
  return {
    search,
    zone: search.zone && ('UTC' as const),
    /** The entry whose panel is open. */
    openId,
    filter: (part: AuditSearch) =>
      void navigate({ search: (now: AuditAddress) => ({ ...now, entry: undefined, ...part }) }),
    clear: () => void navigate({ search: (now: AuditAddress) => ({ zone: now.zone }) }),
    /** Walking from entry to entry leaves one step in the history, as opening the first did. */
    open: (entry: string) =>
      void navigate({
        search: (now: AuditAddress) => ({ ...now, entry }),
        replace: openId !== undefined,
        resetScroll: false,
      }),
    close: () => void navigate({ search: (now: AuditAddress) => ({ ...now, entry: undefined }), resetScroll: false }),
  };
}

/** The filters as the server takes them: days begin and end in the zone that is shown. */
export function filtersOf({ event, type, from, to, zone, ...rest }: AuditSearch) {
  const startOf = (day: IsoDate) => (zone === 'utc' ? new Date(`${day}T00:00:00Z`) : startOfDay(day)).toISOString();
  return {
    ...rest,
    ...(event !== undefined && { action: actionsOf(event), ...changedIn(event) }),
    ...(type !== undefined && { targetType: type }),
    ...(from !== undefined && { from: startOf(from) }),
    ...(to !== undefined && { to: startOf(dayAfter(to)) }),
  };
}

/** Whether the list is narrowed; the zone alone hides nothing. */
export const isNarrowed = ({ zone: _zone, ...rest }: AuditSearch): boolean =>
  Object.values<unknown>(rest).some((value) => value !== undefined);

function dayAfter(day: IsoDate): IsoDate {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
