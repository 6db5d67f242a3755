import { Op } from 'sequelize';
import type { AccessPreview } from '@ai-providers/contracts';
import type { KeyFacts } from '../access/decide-key.js';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import type { AIProvider } from '../models/ai-provider.js';
import { User } from '../models/user.js';

/** A provider's switches, as they would be; what is not given stays. */
type Switches = {
  [Name in 'providerActive' | 'allowPersonalKeys' | 'allowSharedForNormalAdmins']?: boolean | undefined;
};

/** Accounts looked at in one query. */
const batch = 1_000;

/** How many active accounts would gain, move or lose a key if switches of a provider were flipped. Decided by the rules of every call. */
export async function previewAccess(provider: AIProvider, switches: Switches): Promise<AccessPreview> {
  const flipped = {
    providerActive: switches.providerActive ?? provider.isActive,
    allowPersonalKeys: switches.allowPersonalKeys ?? provider.allowPersonalKeys,
    allowSharedForNormalAdmins: switches.allowSharedForNormalAdmins ?? provider.allowSharedForNormalAdmins,
  };
  const preview = { admins: 0, gain: 0, move: 0, lose: 0, canSwitch: 0 };
  for await (const admins of activeAdmins())
    for (const settings of await settingsOf(admins, provider)) add(preview, settings, flipped);
  return preview;
}

/** All active accounts, some at a time. */
export async function* activeAdmins(): AsyncGenerator<User[]> {
  let after = '0';
  for (;;) {
    const where = { isActive: true, id: { [Op.gt]: after } };
    const admins = await User.findAll({ where, order: [['id', 'ASC']], limit: batch });
    const last = admins.at(-1);
    if (!last) return;
    after = last.id;
    yield admins;
  }
}

/** Stored settings, and unsaved ones with every default for who has none. */
export async function settingsOf(admins: readonly User[], provider: AIProvider): Promise<AdminProviderSettings[]> {
  const where = { providerId: provider.id, adminId: admins.map(({ id }) => id) };
  const stored = new Map((await AdminProviderSettings.findAll({ where })).map((row) => [row.adminId, row]));
  return admins.map((admin) => {
    const pair = { adminId: admin.id, providerId: provider.id };
    return (stored.get(admin.id) ?? AdminProviderSettings.build(pair)).attach(admin, provider);
  });
}

function add(preview: AccessPreview, settings: AdminProviderSettings, switches: Partial<KeyFacts>): void {
  const now = settings.explainKey();
  const then = settings.explainKey(switches);
  preview.admins += 1;
  if (!now.allowed && then.allowed) preview.gain += 1;
  if (now.allowed && then.allowed && now.source !== then.source) preview.move += 1;
  if (!now.allowed || then.allowed) return;
  preview.lose += 1;
  if (settings.explainKey({ ...switches, useSharedApi: !settings.useSharedApi }).allowed) preview.canSwitch += 1;
}
