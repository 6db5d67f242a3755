import type { ownSteps } from '@ai-providers/contracts/names';
import type { AdminProviderSettings } from '../models/admin-provider-settings.js';
import { ApiToken } from '../models/api-token.js';
import type { User } from '../models/user.js';

/** What an admin can do next with the providers that are open to them. */
export async function ownStepsOf(
  user: User,
  settings: readonly AdminProviderSettings[],
): Promise<(typeof ownSteps)[number][]> {
  const hasKey = settings.some(({ hasStoredKey }) => hasStoredKey);
  const mayAddKey = settings.some((each) => each.mayUse('personal'));
  const hasToken = (await ApiToken.count({ where: { userId: user.id, revokedAt: null } })) > 0;
  return [...(mayAddKey && !hasKey ? (['addKey'] as const) : []), ...(hasToken ? [] : (['makeToken'] as const))];
}
