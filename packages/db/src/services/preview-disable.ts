import type { DisablePreview } from '@ai-providers/contracts';
import { AIModel } from '../models/ai-model.js';
import type { AIProvider } from '../models/ai-provider.js';
import type { User } from '../models/user.js';
import { activeAdmins, settingsOf } from './preview-access.js';

/** Who and what depends on providers that are to be switched off, nobody and nothing twice. */
export async function previewDisable(providers: readonly AIProvider[]): Promise<DisablePreview> {
  const active = providers.filter(({ isActive }) => isActive);
  if (active.length === 0) return { admins: 0, models: 0 };
  const models = await AIModel.count({ where: { isActive: true, providerId: active.map(({ id }) => id) } });
  let admins = 0;
  for await (const some of activeAdmins()) admins += await countDependent(some, active);
  return { admins, models };
}

/** Who was found to depend on one provider is not looked at again for the next. */
async function countDependent(admins: readonly User[], providers: readonly AIProvider[]): Promise<number> {
  let left = admins;
  for (const provider of providers) {
    if (left.length === 0) break;
    const settings = await settingsOf(left, provider);
    left = left.filter((_, index) => settings[index]?.explainKey().allowed !== true);
  }
  return admins.length - left.length;
}
