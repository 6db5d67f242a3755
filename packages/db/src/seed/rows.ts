import type { JsonObject, NewModel, ProviderCreateInput } from '@ai-providers/contracts';
import { catalogue, type CatalogueModel, type CatalogueProvider } from './catalogue/index.js';

type ModelRow = NewModel & { displayName: string };
type ProviderRow = Omit<ProviderCreateInput, 'models'> & { slug: string; displayName: string };

/** A provider of the catalogue, as a form would send it. */
export function providerRow(entry: CatalogueProvider, sharedApiKey?: string): ProviderRow {
  return {
    name: entry.name,
    slug: entry.slug,
    displayName: entry.name,
    website: entry.website,
    apiBaseUrl: entry.apiBaseUrl,
    config: providerConfigOf(entry),
    sortOrder: placeOf(catalogue.providers, entry),
    ...(sharedApiKey !== undefined && { sharedApiKey }),
  };
}

export function providerConfigOf({ config, apiKeyEnv }: CatalogueProvider): JsonObject {
  return { ...config, api_key_env: apiKeyEnv, catalog: origin };
}

/** A model of the catalogue as it is on `today`: what was shut down is inactive, a price that came into force counts. */
export function modelRow(entry: CatalogueModel, provider: CatalogueProvider, today: string): ModelRow {
  const { lifecycle, pricing } = entry;
  return {
    name: entry.name,
    modelId: entry.modelId,
    displayName: entry.name,
    capabilities: [...entry.capabilities],
    ...pricesOn(entry, today),
    maxTokens: entry.maxTokens,
    contextWindow: entry.contextWindow,
    config: { ...entry.config, lifecycle, ...(pricing && { pricing }), catalog: origin },
    sortOrder: placeOf(provider.models, entry),
    isActive: lifecycle.shutdown_date === undefined || lifecycle.shutdown_date > today,
  };
}

/** Lets an admin see where a row came from and how old its facts are. */
const origin: JsonObject = { source: 'seed', as_of: catalogue.factsAsOf };

function pricesOn({ pricingInput, pricingOutput, pricing }: CatalogueModel, today: string) {
  const inForce = pricing?.scheduled?.findLast(({ from }) => from <= today);
  if (!inForce) return { pricingInput, pricingOutput };
  return { pricingInput: String(inForce.input), pricingOutput: String(inForce.output) };
}

// Steps of ten leave an admin room to put a row of their own between two of ours.
function placeOf<Entry>(list: readonly Entry[], entry: Entry): number {
  return (list.indexOf(entry) + 1) * 10;
}
