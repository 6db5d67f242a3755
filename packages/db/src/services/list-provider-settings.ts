import { Op } from 'sequelize';
import type { SettingsForProviderInput } from '@ai-providers/contracts';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import type { AIProvider } from '../models/ai-provider.js';
import { User } from '../models/user.js';
import { allOf, contains, orderBy } from './search.js';

/** One page of the active accounts, by email, each with its standing with a provider: where nothing is stored, the defaults. */
export async function listProviderSettings(
  provider: AIProvider,
  { search, page, pageSize }: Omit<SettingsForProviderInput, 'provider'>,
) {
  const { rows: admins, count } = await User.findAndCountAll({
    where: allOf([{ isActive: true }, ...(search ? [contains(['email', 'name'], search)] : [])]),
    order: orderBy(undefined, ['email', 'id']),
    limit: pageSize,
    offset: (page - 1) * pageSize,
  });
  const ids = admins.map(({ id }) => id);
  const stored = await AdminProviderSettings.findAll({ where: { providerId: provider.id, adminId: { [Op.in]: ids } } });
  const ofAdmin = new Map(stored.map((settings) => [settings.adminId, settings]));
  const limit = await AdminProviderSettings.defaultLimit();
  const settings = admins.map(
    (admin) => ofAdmin.get(admin.id)?.attach(admin, provider) ?? AdminProviderSettings.buildFor(admin, provider, limit),
  );
  return { settings, total: count };
}
