import type { Model } from 'sequelize';
import type { AuditChange } from '../models/audit-entry.js';
import { bookkeepingColumns } from '../models/base-model.js';

const bookkeeping = new Set<string>(bookkeepingColumns);
// Of these only the name is written: never a value, and nothing of the columns that follow them.
const secret = new Set(['sharedApiKey', 'personalApiKey', 'passwordHash']);
const companions = /^(sharedApiKey|personalApiKey)(Last4|Binding|UpdatedAt)$/;

/** What a row that is about to be saved changes. A config lists the names of its parts only: it may hold headers. */
export function changesOf(row: Model): AuditChange[] {
  const fields = row.changed() || [];
  return fields
    .filter((field) => !bookkeeping.has(field) && !companions.test(field))
    .flatMap((field) => changeOf(row, field));
}

function changeOf(row: Model, field: string): AuditChange[] {
  if (secret.has(field))
    return row.isNewRecord && row.get(field) === '' ? [] : [{ field: field === 'passwordHash' ? 'password' : field }];
  const before: unknown = row.isNewRecord ? undefined : row.previous(field);
  const after: unknown = row.get(field);
  if (field === 'config') return changedKeys(before, after).map((key) => ({ field: `config.${key}` }));
  if (row.isNewRecord) return [{ field, to: plain(after) }];
  return [{ field, from: plain(before), to: plain(after) }];
}

function changedKeys(before: unknown, after: unknown): string[] {
  const [old, now] = [before, after].map((value) =>
    typeof value === 'object' && value !== null ? { ...value } : {},
  ) as [Record<string, unknown>, Record<string, unknown>]; // map keeps the length of its pair
  const keys = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...keys].filter((key) => JSON.stringify(old[key]) !== JSON.stringify(now[key]));
}

function plain(value: unknown): unknown {
  if (value === undefined) return null;
  return value instanceof Date ? value.toISOString() : value;
}
