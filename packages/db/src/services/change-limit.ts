import { dayOf, lastDayBefore, startOfNextDay, yearAfter } from '../day.js';
import { DomainError } from '../errors.js';
import type { AdminProviderSettings } from '../models/admin-provider-settings.js';
import type { AuditChange } from '../models/audit-entry.js';
import { portsOf } from '../ports.js';
import { editConflict } from './lock-record.js';

/** How many requests in a month: for good, or up to the end of a day. */
export interface NewLimit {
  monthlyLimit: number | null;
  /** The last day in UTC, as YYYY-MM-DD. */
  until?: string;
}

/** A limit as somebody saw it. */
export interface SeenLimit {
  usualLimit: number | null;
  raise: { monthlyLimit: number; until: string } | null;
}

/** @throws DomainError `EDIT_CONFLICT` where another limit holds than the one that was seen */
export function assertLimitIs(settings: AdminProviderSettings, seen: SeenLimit): void {
  const { monthlyLimit, raisedLimit, raisedUntil } = valuesOf(settings, portsOf(settings.sequelize).now());
  const isSame =
    monthlyLimit === seen.usualLimit &&
    raisedLimit === (seen.raise?.monthlyLimit ?? null) &&
    raisedUntil === (seen.raise?.until ?? null);
  if (!isSame) throw editConflict();
}

/**
 * Sets the usual limit, which ends a raise, or raises it until a day and leaves the usual one alone.
 * @returns what is different then; a raise that had ended is none
 * @throws DomainError `RAISE_NOT_HIGHER` or `RAISE_END_NOT_ALLOWED`
 */
export function changeLimit(settings: AdminProviderSettings, { monthlyLimit, until }: NewLimit): AuditChange[] {
  const now = portsOf(settings.sequelize).now();
  const before = valuesOf(settings, now);
  if (until === undefined) settings.set({ monthlyLimit, raisedLimit: null, raisedUntil: null });
  else settings.set({ raisedLimit: higher(settings, monthlyLimit), raisedUntil: endOf(until, now) });
  const after = valuesOf(settings, now);
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: before[field], to: after[field] }));
}

const fields = ['monthlyLimit', 'raisedLimit', 'raisedUntil'] as const;

function valuesOf(settings: AdminProviderSettings, now: Date): Record<(typeof fields)[number], number | string | null> {
  const raise = settings.raiseAt(now);
  return {
    monthlyLimit: settings.monthlyLimit,
    raisedLimit: raise?.limit ?? null,
    raisedUntil: raise && lastDayBefore(raise.until),
  };
}

function higher({ monthlyLimit: usual }: AdminProviderSettings, limit: number | null): number {
  if (limit !== null && usual !== null && limit > usual) return limit;
  throw new DomainError('RAISE_NOT_HIGHER', 'A limit until a day must be a number above the usual limit', {
    field: 'monthlyLimit',
    ...(usual !== null && { params: { limit: usual } }),
  });
}

function endOf(day: string, now: Date): Date {
  if (day >= dayOf(now) && day <= dayOf(yearAfter(now))) return startOfNextDay(day);
  throw new DomainError('RAISE_END_NOT_ALLOWED', 'Choose a day from today on, at most a year ahead (in UTC)', {
    field: 'until',
  });
}
