import { Op } from 'sequelize';
import { AuditEntry } from '@ai-providers/db';
import { outcomeOf } from './refusal.js';

/** Calls a procedure by its name; tells what the caller is told, and the audit rows that it left. */
export async function callAndRead(caller: object, path: string, input: unknown) {
  const [router = '', name = ''] = path.split('.');
  const procedures = caller as Record<string, Record<string, (input: unknown) => Promise<unknown>>>; // by name, not by type
  const last = await AuditEntry.findOne({ order: [['id', 'DESC']] });
  const outcome = await outcomeOf(
    procedures[router]?.[name]?.(input) ?? Promise.reject(new Error(`There is no ${path}`)),
  );
  const rows = await AuditEntry.findAll({ where: { id: { [Op.gt]: last?.id ?? '0' } } });
  return { outcome, rows };
}
