import { anthropic } from './anthropic.js';
import { deepseek } from './deepseek.js';
import { google } from './google.js';
import { groq } from './groq.js';
import { huggingFace } from './hugging-face.js';
import { openai } from './openai.js';
import { openrouter } from './openrouter.js';
import { sources } from './sources.js';
import type { CatalogueProvider } from './types.js';

export type { CatalogueModel, CatalogueProvider } from './types.js';

interface Catalogue {
  /** The day on which the facts were read. */
  factsAsOf: string;
  currency: 'USD';
  /** What a price in `pricingInput` and `pricingOutput` buys. */
  unit: '1M tokens';
  sources: typeof sources;
  /** In the order in which they are shown. */
  providers: readonly CatalogueProvider[];
}

/** What a new installation starts with. Models that are retired stay in it: teams know them by name. */
export const catalogue: Catalogue = {
  factsAsOf: '2026-11-23',
  currency: 'USD',
  unit: '1M tokens',
  sources,
  providers: [openai, anthropic, google, openrouter, deepseek, groq, huggingFace],
};
