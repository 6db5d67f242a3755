import { QueryTypes, type WhereOptions } from 'sequelize';
import type { ProviderListInput } from '@ai-providers/contracts';
import { AIProvider } from '../models/ai-provider.js';
import { allOf, assertMaySortBy, contains, orderBy } from './search.js';

export interface ModelCounts {
  active: number;
  total: number;
}

/** One page of providers. `activeOnly` is for callers who may not know of others. */
export async function listProviders(input: ProviderListInput, { activeOnly }: { activeOnly: boolean }) {
  if (activeOnly) assertMaySortBy(input.sort, ['totalRequests', 'lastUsedAt']);
  const where: WhereOptions[] = [];
  if (input.isActive !== undefined) where.push({ isActive: input.isActive });
  if (activeOnly) where.push({ isActive: true });
  if (input.search)
    where.push(
      contains(
        activeOnly ? ['name', 'slug', 'display_name'] : ['name', 'slug', 'display_name', 'api_base_url'],
        input.search,
      ),
    );
  const { rows, count } = await AIProvider.findAndCountAll({
    where: allOf(where),
    order: orderBy(input.sort, ['sortOrder', 'name', 'id']),
    limit: input.pageSize,
    offset: (input.page - 1) * input.pageSize,
  });
  return { providers: rows, total: count, counts: await countModels(rows) };
}

/** How many models each provider has, by the provider's internal id. */
export async function countModels(providers: readonly AIProvider[]): Promise<Map<string, ModelCounts>> {
  const counts = new Map(providers.map(({ id }) => [id, { active: 0, total: 0 }]));
  if (providers.length === 0) return counts;
  const rows = await AIProvider.sequelize?.query<{ provider_id: string; active: number; total: number }>(
    `select provider_id, count(*)::int as total, (count(*) filter (where is_active))::int as active
     from ai_models where provider_id = any($ids::bigint[]) group by provider_id`,
    { bind: { ids: providers.map(({ id }) => id) }, type: QueryTypes.SELECT },
  );
  for (const { provider_id: id, active, total } of rows ?? []) counts.set(id, { active, total });
  return counts;
}
