import { col, fn, literal, Op, type Order, type WhereOptions } from 'sequelize';
import type { ModelFilter, ModelListInput } from '@ai-providers/contracts';
import { DomainError, notFound } from '../errors.js';
import { AIModel } from '../models/ai-model.js';
import { AIProvider } from '../models/ai-provider.js';
import { dayOf, whereRetired } from '../lifecycle.js';
import { portsOf } from '../ports.js';
import { providerOrder, type Scope } from './list-providers.js';
import { allOf, assertMaySortBy, byName, contains, orderBy } from './search.js';

/** One page of models, each with its provider. */
export async function listModels(input: ModelListInput, scope: Scope) {
  if (scope.activeOnly) assertMaySortBy(input.sort, ['totalRequests']);
  const where = await matchingModels(input, scope);
  const [models, total] = await Promise.all([
    AIModel.findAll({
      where,
      include: [itsProvider],
      order: input.sort ? orderBy(input.sort, ['sortOrder', 'name', 'id'], 'AIModel') : byProvider(),
      limit: input.pageSize,
      offset: (input.page - 1) * input.pageSize,
    }),
    AIModel.count({ where }),
  ]);
  return { models, total };
}

/** The condition for all models that a filter matches. */
export async function matchingModels(filter: ModelFilter, scope: Scope): Promise<WhereOptions> {
  const { activeOnly, slugs } = scope;
  const { search, provider, capability, isActive, isRetired } = filter;
  if (activeOnly && isRetired !== undefined)
    throw new DomainError('FORBIDDEN', 'Only super admins may ask for this', { field: 'isRetired' });
  const where: WhereOptions[] = [];
  if (isActive !== undefined) where.push({ isActive });
  if (activeOnly) where.push({ isActive: true });
  if (isRetired !== undefined) where.push(whereRetired(isRetired, today()));
  if (provider || activeOnly || slugs) where.push({ providerId: await providerIds(provider, scope) });
  if (capability) where.push(withAll([capability].flat()));
  if (search) where.push(contains(['AIModel.name', 'AIModel.model_id', 'AIModel.display_name'], search));
  return allOf([...where, ...withinBounds(filter)]);
}

/** One column of the index on capabilities answers for all of them at once. */
const withAll = (capabilities: readonly string[]) =>
  literal(`"AIModel"."capabilities" @> '${JSON.stringify(capabilities)}'`); // words of a closed list

function withinBounds(filter: ModelFilter): WhereOptions[] {
  const { maxPricingInput, maxPricingOutput, minContextWindow, maxContextWindow } = filter;
  return [
    maxPricingInput !== undefined && { pricingInput: { [Op.lte]: maxPricingInput } },
    maxPricingOutput !== undefined && { pricingOutput: { [Op.lte]: maxPricingOutput } },
    minContextWindow !== undefined && { contextWindow: { [Op.gte]: minContextWindow } },
    maxContextWindow !== undefined && { contextWindow: { [Op.lte]: maxContextWindow } },
  ].filter((condition) => condition !== false);
}

/** Providers are few, models are many: naming the providers spares joining them to count. */
async function providerIds(asked: ModelFilter['provider'], scope: Scope): Promise<string[]> {
  const where = allOf([withinScope(scope), ...(asked === undefined ? [] : [{ slug: asked }])]);
  const providers = await AIProvider.findAll({ where, attributes: ['id'] });
  return providers.map(({ id }) => id);
}

const withinScope = ({ activeOnly, slugs }: Scope): WhereOptions => ({
  ...(activeOnly && { isActive: true }),
  ...(slugs && { slug: [...slugs] }),
});

const today = () => dayOf(portsOf(AIModel.sequelize).now());

/** How many models of each provider a filter matches, in the order of the providers; those with none, too. */
export async function countModelsByProvider(filter: ModelFilter, scope: Scope) {
  const { provider: _, ...rest } = filter;
  const counted = (await AIModel.findAll({
    where: await matchingModels(rest, scope),
    attributes: ['providerId', [fn('count', col('id')), 'count']],
    group: ['providerId'],
    raw: true,
  })) as unknown as { providerId: string; count: string }[]; // of raw rows the types know nothing
  const counts = new Map(counted.map(({ providerId, count }) => [providerId, Number(count)]));
  const providers = await AIProvider.findAll({ where: withinScope(scope), order: orderBy(undefined, providerOrder) });
  return providers.map(({ id, slug, displayName }) => ({ slug, displayName, count: counts.get(id) ?? 0 }));
}

/** One model with its provider. @throws DomainError `NOT_FOUND`, also for one that the caller may not know of */
export async function findModelFor(publicId: string, { activeOnly, slugs }: Scope): Promise<AIModel> {
  const model = await AIModel.findOne({
    where: { publicId },
    include: [{ model: AIProvider, as: 'provider', required: true }],
  });
  if (!model || (activeOnly && !(model.isActive && model.provider?.isActive))) throw notFound();
  if (slugs && !slugs.includes(model.provider?.slug ?? '')) throw notFound();
  return model;
}

export const itsProvider = {
  model: AIProvider,
  as: 'provider',
  required: true,
  attributes: ['id', 'slug', 'displayName', 'sortOrder', 'name'],
};

/** The providers in their order, and the models of each in theirs. */
export const byProvider = (): Order => [
  [{ model: AIProvider, as: 'provider' }, 'sortOrder', 'ASC'],
  [byName('provider.name'), 'ASC'],
  ...orderBy(undefined, ['sortOrder', 'name', 'id'], 'AIModel'),
];
