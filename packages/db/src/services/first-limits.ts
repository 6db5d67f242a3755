import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import { AIProvider } from '../models/ai-provider.js';
import type { AuditChange } from '../models/audit-entry.js';
import type { User } from '../models/user.js';

/**
 * Gives a new account a limit of its own with each active provider; `undefined` leaves it the default.
 * @returns what the audit log is to tell
 */
export async function firstLimits(user: User, monthlyLimit: number | null | undefined): Promise<AuditChange[]> {
  if (monthlyLimit === undefined) return [];
  const providers = await AIProvider.findAll({ where: { isActive: true }, attributes: ['id'] });
  await AdminProviderSettings.bulkCreate(
    providers.map(({ id }) => ({ adminId: user.id, providerId: id, monthlyLimit })),
  );
  return [{ field: 'monthlyLimit', to: monthlyLimit }];
}
