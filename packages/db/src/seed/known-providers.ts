import type { CatalogueEntry } from '@ai-providers/contracts';
import { AIProvider } from '../models/ai-provider.js';
import { portsOf } from '../ports.js';
import { compatible, local } from './catalogue/compatible.js';
import { catalogue, type CatalogueProvider } from './catalogue/index.js';
import { modelRow, providerConfigOf } from './rows.js';

/** Shown first, in this order; the rest follows by name. */
const popular = ['openai', 'anthropic', 'google', 'openrouter', 'mistral', 'deepseek', 'groq', 'xai', 'ollama'];

/** Every provider that is known beforehand, with its models of today, and how many the team has of each. */
export async function knownProviders(): Promise<{ factsAsOf: string; items: CatalogueEntry[] }> {
  const stored = await AIProvider.findAll({ attributes: ['slug', 'apiBaseUrl'], raw: true });
  const today = portsOf(AIProvider.sequelize).now().toISOString().slice(0, 10);
  const items = inOrder([...catalogue.providers, ...compatible, ...local]).map((entry) => ({
    ...factsOf(entry),
    models: entry.models.map((model) => modelRow(model, entry, today)),
    added: stored.filter((row) => row.slug === entry.slug || isAt(row.apiBaseUrl, entry)).length,
  }));
  return { factsAsOf: catalogue.factsAsOf, items };
}

const isAt = (address: string, entry: CatalogueProvider) => address !== '' && address === entry.apiBaseUrl;

function factsOf(entry: CatalogueProvider): Omit<CatalogueEntry, 'models' | 'added'> {
  const { slug: kind, name, website, apiBaseUrl, addressExample = null } = entry;
  const config = entry.config as { links?: { keys?: string }; auth: { scheme: string }; dialect: string }; // as this folder writes it
  return {
    kind,
    name,
    website,
    apiBaseUrl,
    addressExample,
    keysUrl: config.links?.keys ?? null,
    groups: [
      ...(popular.includes(kind) ? (['popular'] as const) : []),
      ...(config.dialect === 'openai' && kind !== 'openai' ? (['compatible'] as const) : []),
      ...(local.includes(entry) ? (['local'] as const) : []),
    ],
    needs: { key: config.auth.scheme !== 'none', address: apiBaseUrl === '' },
    config: providerConfigOf(entry),
  };
}

function inOrder(entries: readonly CatalogueProvider[]): CatalogueProvider[] {
  const place = ({ slug }: CatalogueProvider) => (popular.includes(slug) ? popular.indexOf(slug) : popular.length);
  return [...entries].sort((one, other) => place(one) - place(other) || one.name.localeCompare(other.name, 'en'));
}
