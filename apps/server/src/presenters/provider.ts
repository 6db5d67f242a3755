import type { ProviderImpact, ProviderOutput, SecretState } from '@ai-providers/contracts';
import type { AIProvider, ModelCounts } from '@ai-providers/db';
import type { Actor } from '../policies/actor.js';
import { providerPolicy } from '../policies/registry.js';

/** A provider as `actor` may see it: whatever is left out here is not sent. */
export function presentProvider(
  actor: Actor,
  provider: AIProvider,
  models: ModelCounts = { active: 0, total: 0 },
): ProviderOutput {
  const detailed = providerPolicy.readDetails(actor, provider);
  return {
    publicId: provider.publicId,
    slug: provider.slug,
    name: provider.name,
    displayName: provider.displayName,
    website: provider.website,
    allowPersonalKeys: provider.allowPersonalKeys,
    allowSharedForNormalAdmins: provider.allowSharedForNormalAdmins,
    sortOrder: provider.sortOrder,
    isActive: provider.isActive,
    models: detailed ? models : { active: models.active },
    sharedApiKey: sharedKeyFor(detailed, provider.storedKeyState),
    ...(detailed && {
      apiBaseUrl: provider.apiBaseUrl,
      config: provider.config,
      totalRequests: String(provider.totalRequests),
      lastUsedAt: provider.lastUsedAt?.toISOString() ?? null,
    }),
    createdAt: provider.createdAt.toISOString(),
    updatedAt: provider.updatedAt.toISOString(),
    can: {
      update: providerPolicy.update(actor, provider),
      delete: providerPolicy.delete(actor, provider),
      addModel: providerPolicy.addModel(actor, provider),
    },
  };
}

function sharedKeyFor(detailed: boolean, state: Required<SecretState>): SecretState {
  return detailed ? state : { set: state.set };
}

export function presentImpact({ models, settings, personalKeys }: ProviderImpact): ProviderImpact {
  return { models, settings, personalKeys };
}
