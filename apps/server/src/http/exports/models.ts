import { limits, type ModelOutput } from '@ai-providers/contracts';
import type { Export } from './export.js';

/**
 * The models of the list, with its filters and in its order. `ids` narrows the file to some of them. What the caller is
 * not sent is an empty cell.
 */
export const modelsExport: Export<ModelOutput> = {
  name: 'models',
  columns: {
    id: ({ publicId }) => publicId,
    provider: ({ provider }) => provider.slug,
    modelId: ({ modelId }) => modelId,
    name: ({ name }) => name,
    displayName: ({ displayName }) => displayName,
    capabilities: ({ capabilities }) => capabilities.join(' '),
    pricingInput: ({ pricingInput }) => pricingInput,
    pricingOutput: ({ pricingOutput }) => pricingOutput,
    contextWindow: ({ contextWindow }) => contextWindow,
    maxTokens: ({ maxTokens }) => maxTokens,
    sortOrder: ({ sortOrder }) => sortOrder,
    isActive: ({ isActive }) => String(isActive),
    isRetired: ({ isRetired }) => isRetired?.toString(),
    totalRequests: ({ totalRequests }) => totalRequests,
    config: ({ config }) => config && JSON.stringify(config),
    createdAt: ({ createdAt }) => createdAt,
    updatedAt: ({ updatedAt }) => updatedAt,
  },
  async *pages({ models }, { ids, ...filters }) {
    const wanted = typeof ids === 'string' ? new Set(ids.split(',')) : null;
    const asked = typed(filters);
    for (let page = 1, rest = 1; rest > 0; page += 1) {
      const { items, total } = await models.list({ ...asked, page, pageSize: limits.pageSizeMax });
      yield wanted ? items.filter(({ publicId }) => wanted.has(publicId)) : items;
      rest = items.length === 0 ? 0 : total - page * limits.pageSizeMax;
    }
  },
};

const switches = new Map([
  ['true', true],
  ['false', false],
]);

/** An address holds text only. What is neither a switch nor a number stays as it is, to be refused. */
function typed(filters: Record<string, unknown>): Record<string, unknown> {
  const value = ([name, text]: [string, unknown]) => {
    if (/^is[A-Z]/.test(name)) return switches.get(String(text)) ?? text;
    return name.endsWith('ContextWindow') && /^\d{1,10}$/.test(String(text)) ? Number(text) : text;
  };
  return Object.fromEntries(Object.entries(filters).map((entry) => [entry[0], value(entry)]));
}
