import type { Capability, JsonObject } from '@ai-providers/contracts';
import type { SourceId } from './sources.js';

/** A provider as it is first written into a database. Its models are shown in the order in which they stand. */
export interface CatalogueProvider {
  slug: string;
  name: string;
  website: string;
  /** '' where every customer has an address of their own. */
  apiBaseUrl: string;
  /** What such an address looks like. */
  addressExample?: string;
  /** The variable of the environment that may hold its shared key. */
  apiKeyEnv: string;
  config: JsonObject;
  models: readonly CatalogueModel[];
}

/** A model as it is first written into a database. */
export interface CatalogueModel {
  modelId: string;
  name: string;
  capabilities: readonly Capability[];
  /** US dollars per 1 million tokens on the day of the facts; null where it is not known or not priced by token. */
  pricingInput: string | null;
  pricingOutput: string | null;
  /** The longest output; null where it is not known. */
  maxTokens: number | null;
  contextWindow: number | null;
  lifecycle: Lifecycle;
  /** What two price columns cannot hold: tiers, cached input, prices by the hour or by the image. */
  pricing?: JsonObject & { scheduled?: ScheduledPrice[] };
  config?: JsonObject;
  source: { refs: readonly SourceId[]; confidence: string };
}

// Type aliases, not interfaces: only these count as JSON objects.
type Lifecycle = {
  status: 'active' | 'preview' | 'legacy' | 'deprecated' | 'restricted' | 'retired';
  /** From this day (UTC) on the provider no longer serves the model. */
  shutdown_date?: string;
  replacement?: string | null;
  note?: string;
};

/** A price that is announced for a later day (UTC). Several stand in the order of their days. */
type ScheduledPrice = { from: string; input: number; output: number; cache_read?: number };
