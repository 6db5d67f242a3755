import { limits, type ProviderOutput } from '@ai-providers/contracts';
import type { Export } from './export.js';

/** Providers in the order of the list, without their keys and configurations. `ids` narrows the file to some of them. */
export const providersExport: Export<ProviderOutput> = {
  name: 'providers',
  permission: 'providers.create',
  columns: {
    id: ({ publicId }) => publicId,
    slug: ({ slug }) => slug,
    name: ({ name }) => name,
    displayName: ({ displayName }) => displayName,
    website: ({ website }) => website,
    apiBaseUrl: ({ apiBaseUrl }) => apiBaseUrl,
    isActive: ({ isActive }) => String(isActive),
    allowPersonalKeys: ({ allowPersonalKeys }) => String(allowPersonalKeys),
    allowSharedForNormalAdmins: (provider) => String(provider.allowSharedForNormalAdmins),
    sharedKey: ({ sharedApiKey: { set, readable } }) => (set ? (readable === false ? 'unreadable' : 'set') : 'none'),
    activeModels: ({ models }) => models.active,
    models: ({ models }) => models.total,
    totalRequests: ({ totalRequests }) => totalRequests,
    lastUsedAt: ({ lastUsedAt }) => lastUsedAt,
    createdAt: ({ createdAt }) => createdAt,
    updatedAt: ({ updatedAt }) => updatedAt,
  },
  async *pages({ providers }, { ids, ...filters }) {
    const wanted = typeof ids === 'string' ? new Set(ids.split(',')) : null;
    const asked = { ...filters, ...switches(filters), pageSize: limits.pageSizeMax };
    let seen = 0;
    for (let page = 1, total = 1; seen < total; page += 1) {
      const { items, ...counted } = await providers.list({ ...asked, page });
      yield wanted ? items.filter(({ publicId }) => wanted.has(publicId)) : items;
      seen += items.length;
      total = items.length > 0 ? counted.total : 0; // some were deleted meanwhile
    }
  },
};

/** An address holds text; these filters are true or false. */
function switches(filters: Record<string, unknown>): Record<string, boolean> {
  const names = ['isActive', 'sharedForNormalAdmins'].filter(
    (name) => filters[name] === 'true' || filters[name] === 'false',
  );
  return Object.fromEntries(names.map((name) => [name, filters[name] === 'true']));
}
