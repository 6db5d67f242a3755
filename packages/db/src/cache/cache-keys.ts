import { capabilities, type Capability } from '@ai-providers/contracts';

/** The one place where a cache key is spelled. */
export const cacheKeys = {
  activeProviders: 'ai_providers_active',
  provider: (slug: string): string => `ai_provider_${slug}`,
  modelsOfProvider: (slug: string, capability?: Capability): string =>
    `ai_models_provider_${slug}_${capability ?? 'all'}`,
  modelsWithCapability: (capability: Capability): string => `ai_models_capability_${capability}`,

  /** Every key that names this provider. */
  everyOfProvider: (slug: string): string[] => [
    cacheKeys.provider(slug),
    cacheKeys.modelsOfProvider(slug),
    ...capabilities.map((capability) => cacheKeys.modelsOfProvider(slug, capability)),
  ],
  everyCapability: (): string[] => capabilities.map(cacheKeys.modelsWithCapability),

  /** What every entry is checked against; no pattern over the keys above matches it. */
  generation: 'generation',
} as const;
