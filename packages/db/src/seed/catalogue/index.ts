import { anthropic } from './anthropic.js';
import { deepseek } from './deepseek.js';
import { google } from './google.js';
import { groq } from './groq.js';
import { huggingFace } from './hugging-face.js';
import { openai } from './openai.js';
import { openrouter } from './openrouter.js';
import type { CatalogueProvider } from './types.js';

export { sources } from './sources.js';
export type { CatalogueModel, CatalogueProvider } from './types.js';

/** The day on which the facts were read. Retired models are kept: teams know them by name. */
export const factsAsOf = '2026-11-23';

/** The providers that a new installation starts with, in the order in which they are shown. */
export const catalogue: readonly CatalogueProvider[] = [
  openai,
  anthropic,
  google,
  openrouter,
  deepseek,
  groq,
  huggingFace,
];
