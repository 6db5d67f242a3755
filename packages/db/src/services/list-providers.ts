import { Op, QueryTypes, type WhereOptions } from 'sequelize';
import type { ProviderFilter, ProviderListInput } from '@ai-providers/contracts';
import { DomainError } from '../errors.js';
import { AIProvider } from '../models/ai-provider.js';
import { allOf, assertMaySortBy, contains, orderBy } from './search.js';

export interface ModelCounts {
  active: number;
  total: number;
}

/** Which providers a caller may know of. */
export interface Scope {
  activeOnly: boolean;
  /** The only ones, by slug; null for all. */
  slugs: readonly string[] | null;
}

/** The order that admins decide, and a settled one where they did not. */
export const providerOrder = ['sortOrder', 'name', 'id'] as const;

/** One page of providers. */
export async function listProviders(input: ProviderListInput, scope: Scope) {
  if (scope.activeOnly) assertMaySortBy(input.sort, ['totalRequests', 'lastUsedAt']);
  const { rows, count } = await AIProvider.findAndCountAll({
    where: await matchingProviders(input, scope),
    order: orderBy(input.sort, providerOrder),
    limit: input.pageSize,
    offset: (input.page - 1) * input.pageSize,
  });
  return { providers: rows, total: count, counts: await countModels(rows) };
}

/** The condition for all providers that a filter matches. */
export async function matchingProviders(filter: ProviderFilter, { activeOnly, slugs }: Scope): Promise<WhereOptions> {
  const { search, isActive, keyState, sharedForNormalAdmins } = filter;
  if (activeOnly && keyState === 'unreadable')
    throw new DomainError('FORBIDDEN', 'Only super admins may ask for this', { field: 'keyState' });
  const where: WhereOptions[] = [];
  if (isActive !== undefined) where.push({ isActive });
  if (activeOnly) where.push({ isActive: true });
  if (slugs) where.push({ slug: [...slugs] });
  if (sharedForNormalAdmins !== undefined) where.push({ allowSharedForNormalAdmins: sharedForNormalAdmins });
  if (keyState) where.push(keyState === 'unreadable' ? { id: await unreadableIds() } : withKey(keyState === 'set'));
  if (search) where.push(contains(activeOnly ? named : [...named, 'api_base_url'], search));
  return allOf(where);
}

const named = ['name', 'slug', 'display_name'];

const withKey = (set: boolean): WhereOptions => ({ sharedApiKey: set ? { [Op.ne]: '' } : '' });

/** Whether a key can be read is no question for SQL. It takes a few hashes per provider, and there are not many. */
async function unreadableIds(): Promise<string[]> {
  const stored = await AIProvider.findAll({
    where: withKey(true),
    attributes: ['id', 'publicId', 'sharedApiKey', 'sharedApiKeyBinding'],
  });
  return stored.filter((provider) => !provider.isStoredKeyReadable()).map(({ id }) => id);
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
