import type { ModelOutput } from '@ai-providers/contracts';
import type { AIModel } from '@ai-providers/db';
import type { Actor } from '../policies/actor.js';
import { modelPolicy } from '../policies/registry.js';

/** A model, with its provider loaded, as `actor` may see it. */
export function presentModel(actor: Actor, model: AIModel): ModelOutput {
  const detailed = modelPolicy.readDetails(actor, model);
  return {
    publicId: model.publicId,
    provider: { slug: model.provider?.slug ?? '', displayName: model.provider?.displayName ?? '' },
    name: model.name,
    modelId: model.modelId,
    displayName: model.displayName,
    capabilities: model.capabilities,
    pricingInput: decimal(model.pricingInput),
    pricingOutput: decimal(model.pricingOutput),
    maxTokens: model.maxTokens ?? null,
    contextWindow: model.contextWindow ?? null,
    sortOrder: model.sortOrder,
    isActive: model.isActive,
    ...(detailed && {
      config: model.config,
      isRetired: model.isRetired(),
      totalRequests: String(model.totalRequests),
    }),
    createdAt: model.createdAt.toISOString(),
    updatedAt: model.updatedAt.toISOString(),
    can: { update: modelPolicy.update(actor, model), delete: modelPolicy.delete(actor, model) },
  };
}

/** As the column stores it, also before it has been read back. */
function decimal(price: string | null | undefined): string | null {
  if (price === null || price === undefined) return null;
  const [whole = '0', part = ''] = price.split('.');
  return `${whole.replace(/^0+(?=\d)/, '')}.${part.padEnd(6, '0')}`;
}
