import type { SystemSettings, SystemUpdateInput } from '@ai-providers/contracts';
import type { Sequelize } from 'sequelize';
import { audited, type AuditOrigin } from '../audit/audited.js';
import { readDefaultLimit, writeDefaultLimit } from '../default-limit.js';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import { editConflict } from './lock-record.js';

/** What was decided for the whole installation, or else the usual. */
export async function systemSettings(): Promise<SystemSettings> {
  return { defaultMonthlyLimit: await readDefaultLimit(connection()) };
}

/** Decides what it is given, and keeps the rest. @throws DomainError `EDIT_CONFLICT` */
export async function updateSystemSettings(
  { expected, ...change }: SystemUpdateInput,
  by: AuditOrigin,
): Promise<SystemSettings> {
  const sequelize = connection();
  return audited(by, async () => {
    // Of two at once the second finds what the first decided: the audit log tells of both.
    await sequelize.query("select pg_advisory_xact_lock(hashtext('ai-providers settings'))");
    const before = await systemSettings();
    const seen = { ...before, ...expected };
    if (seen.defaultMonthlyLimit !== before.defaultMonthlyLimit) throw editConflict();
    const after = { defaultMonthlyLimit: before.defaultMonthlyLimit, ...change };
    await writeDefaultLimit(sequelize, after.defaultMonthlyLimit);
    const { defaultMonthlyLimit: from } = before;
    const { defaultMonthlyLimit: to } = after;
    const changes = from === to ? [] : [{ field: 'defaultMonthlyLimit', from, to }];
    return [after, { action: 'system.update', target: { type: 'system', publicId: null, label: 'system' }, changes }];
  });
}

function connection(): Sequelize {
  const { sequelize } = AdminProviderSettings;
  if (!sequelize) throw new Error('The models are not bound to a database: call createDatabase first');
  return sequelize;
}
