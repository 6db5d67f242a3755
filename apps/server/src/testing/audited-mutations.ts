import { accountsMutations } from './audited-accounts.js';
import type { MutationsOf } from './audited-mutation.js';
import { registryMutations } from './audited-registry.js';
import { settingsMutations } from './audited-settings.js';

/** Every mutation and the row that it leaves. A new one needs an entry in one of these. */
export const auditedMutations: MutationsOf = (world) => ({
  ...accountsMutations(world),
  ...registryMutations(world),
  ...settingsMutations(world),
});
