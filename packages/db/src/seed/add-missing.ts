import { Op, Transaction } from 'sequelize';
import { AIModel } from '../models/ai-model.js';
import { AIProvider } from '../models/ai-provider.js';
import { catalogue, type CatalogueProvider } from './catalogue/index.js';
import { modelRow, providerRow } from './rows.js';

/** How much of the catalogue was missing, and how much was there. */
export interface Count {
  added: number;
  existing: number;
}

/** Unsaved rows. Keys are sealed here, before the database is touched. */
export function draftProviders(keys: ReadonlyMap<string, string>): Map<CatalogueProvider, AIProvider> {
  return new Map(
    catalogue.providers.map((entry) => [entry, AIProvider.build(providerRow(entry, keys.get(entry.slug)))]),
  );
}

/** Saves the drafts of providers that are missing; answers the id of every provider of the catalogue. */
export async function addProviders(drafts: Map<CatalogueProvider, AIProvider>) {
  const stored = await storedProviders();
  const idOf = new Map<CatalogueProvider, string>();
  const keysSet: string[] = [];
  for (const [entry, draft] of drafts) {
    const known = stored.find(({ slug }) => slug === entry.slug) ?? stored.find(({ name }) => name === entry.name);
    const provider = known ?? (await draft.save());
    if (!known && provider.hasStoredKey) keysSet.push(entry.slug);
    idOf.set(entry, provider.id);
  }
  const added = [...drafts.values()].filter(({ isNewRecord }) => !isNewRecord).length;
  return { providers: { added, existing: drafts.size - added }, keysSet, idOf };
}

/** Held until the end, so that none is deleted while its models are added. */
function storedProviders(): Promise<AIProvider[]> {
  const slug = catalogue.providers.map((entry) => entry.slug);
  const name = catalogue.providers.map((entry) => entry.name);
  return AIProvider.findAll({
    attributes: ['id', 'slug', 'name'],
    where: { [Op.or]: [{ slug }, { name }] },
    lock: Transaction.LOCK.KEY_SHARE,
  });
}

/** Adds the models that a provider of the catalogue lacks. */
export async function addModels(idOf: Map<CatalogueProvider, string>, today: string): Promise<Count> {
  const where = { providerId: [...idOf.values()] };
  const stored = await AIModel.findAll({ attributes: ['providerId', 'modelId'], where, raw: true });
  const known = new Set(stored.map(({ providerId, modelId }) => `${providerId} ${modelId}`));
  const wanted = [...idOf].flatMap(([entry, providerId]) =>
    entry.models.map((model) => ({ ...modelRow(model, entry, today), providerId })),
  );
  const missing = wanted.filter(({ providerId, modelId }) => !known.has(`${providerId} ${modelId}`));
  await AIModel.bulkCreate(missing);
  return { added: missing.length, existing: wanted.length - missing.length };
}
