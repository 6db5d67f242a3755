import { z } from 'zod';
import { newModel } from './ai-model.js';
import type { JsonObject } from './json-config.js';
import { catalogueGroups } from './names.js';

/** A provider whose address and ways are known: what a form for it begins with. */
export const catalogueEntry = z.object({
  /** A short name that does not change; the first slug of such a provider. */
  kind: z.string(),
  name: z.string(),
  website: z.string(),
  /** '' where every customer has an address of their own. */
  apiBaseUrl: z.string(),
  /** What such an address looks like, where there is no common one. */
  addressExample: z.string().nullable(),
  /** Where its customers find their keys; null where it takes none. */
  keysUrl: z.string().nullable(),
  groups: z.array(z.enum(catalogueGroups)),
  needs: z.object({ key: z.boolean(), address: z.boolean() }),
  config: z.custom<JsonObject>(),
  models: z.array(newModel),
  /** How many of the stored providers are of this kind. */
  added: z.int(),
});
export type CatalogueEntry = z.infer<typeof catalogueEntry>;
export const catalogueOutput = z.object({ factsAsOf: z.string(), items: z.array(catalogueEntry) });
