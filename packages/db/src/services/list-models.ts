import { literal, type Order, type WhereOptions } from 'sequelize';
import type { ModelListInput } from '@ai-providers/contracts';
import { notFound } from '../errors.js';
import { AIModel } from '../models/ai-model.js';
import { AIProvider } from '../models/ai-provider.js';
import { allOf, assertMaySortBy, contains, orderBy } from './search.js';

/** One page of models, each with its provider. `activeOnly` is for callers who may not know of others. */
export async function listModels(input: ModelListInput, { activeOnly }: { activeOnly: boolean }) {
  if (activeOnly) assertMaySortBy(input.sort, ['totalRequests']);
  const where: WhereOptions[] = [];
  if (input.isActive !== undefined) where.push({ isActive: input.isActive });
  if (activeOnly) where.push({ isActive: true });
  if (input.capability) where.push(literal(`"AIModel"."capabilities" @> '["${input.capability}"]'`)); // one of a closed list
  if (input.search) where.push(contains(['AIModel.name', 'AIModel.model_id', 'AIModel.display_name'], input.search));
  const ofProvider: WhereOptions[] = [];
  if (input.provider) ofProvider.push({ slug: input.provider });
  if (activeOnly) ofProvider.push({ isActive: true });
  const { rows, count } = await AIModel.findAndCountAll({
    where: allOf(where),
    include: [
      {
        model: AIProvider,
        as: 'provider',
        required: true,
        where: allOf(ofProvider),
        attributes: ['id', 'slug', 'displayName', 'sortOrder', 'name'],
      },
    ],
    order: input.sort ? orderBy(input.sort, ['sortOrder', 'name', 'id']) : byProvider,
    limit: input.pageSize,
    offset: (input.page - 1) * input.pageSize,
  });
  return { models: rows, total: count };
}

/** One model with its provider. @throws DomainError `NOT_FOUND`, also for one that the caller may not know of */
export async function findModelFor(publicId: string, { activeOnly }: { activeOnly: boolean }): Promise<AIModel> {
  const model = await AIModel.findOne({
    where: { publicId },
    include: [{ model: AIProvider, as: 'provider', required: true }],
  });
  if (!model || (activeOnly && !(model.isActive && model.provider?.isActive))) throw notFound();
  return model;
}

const byProvider: Order = [
  [{ model: AIProvider, as: 'provider' }, 'sortOrder', 'ASC'],
  [{ model: AIProvider, as: 'provider' }, 'name', 'ASC'],
  ['sortOrder', 'ASC'],
  ['name', 'ASC'],
  ['id', 'ASC'],
];
