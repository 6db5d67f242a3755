import type { BulkResult, BulkTarget, ProviderFilter } from '@ai-providers/contracts';
import type { AuditOrigin } from '../audit/audited.js';
import { AIProvider } from '../models/ai-provider.js';
import { assertCount, inBulk, missingFrom } from './in-bulk.js';
import { matchingProviders, providerOrder, type Scope } from './list-providers.js';
import { orderBy } from './search.js';
import { updateProvider } from './update-provider.js';

/** The providers that a bulk change is for, in their order, and a result for each id that leads to none. */
export async function findBulkProviders(
  target: BulkTarget<ProviderFilter>,
  scope: Scope,
): Promise<{ providers: AIProvider[]; missing: BulkResult[] }> {
  const order = orderBy(undefined, providerOrder);
  if ('publicIds' in target) {
    const { publicIds } = target;
    const where = {
      publicId: publicIds,
      ...(scope.activeOnly && { isActive: true }),
      ...(scope.slugs && { slug: [...scope.slugs] }),
    };
    const providers = await AIProvider.findAll({ where, order });
    return { providers, missing: missingFrom(providers, publicIds) };
  }
  const where = await matchingProviders(target.filter, scope);
  // One more than was seen tells that there are more.
  const providers = await AIProvider.findAll({ where, order, limit: target.expectedCount + 1 });
  const found = providers.length > target.expectedCount ? await AIProvider.count({ where }) : providers.length;
  assertCount(target.expectedCount, found);
  return { providers, missing: [] };
}

/** Switches providers on or off. Those that are so already are left as they are. */
export function updateProviders(
  providers: readonly AIProvider[],
  patch: { isActive: boolean },
  by: AuditOrigin,
): Promise<BulkResult[]> {
  return inBulk(providers, async (provider) => {
    if (provider.isActive === patch.isActive) return false;
    await updateProvider(provider.publicId, patch, by);
    return true;
  });
}
