import { Op } from 'sequelize';
import { DomainError } from '../errors.js';
import { AIProvider } from '../models/ai-provider.js';
import { ApiToken } from '../models/api-token.js';
import type { User } from '../models/user.js';
import { orderBy } from './search.js';

const attributes = ['id', 'publicId', 'slug', 'displayName', 'isActive'];

/** Loads the providers of those tokens that are limited to some. The others cost no query. */
export async function withProviders(tokens: readonly ApiToken[]): Promise<readonly ApiToken[]> {
  const limited = tokens.filter(({ allProviders }) => !allProviders);
  if (limited.length === 0) return tokens;
  const loaded = await ApiToken.findAll({
    where: { id: { [Op.in]: limited.map(({ id }) => id) } },
    attributes: ['id'],
    include: [{ model: AIProvider, as: 'providers', attributes, through: { attributes: [] } }],
    order: [
      [{ model: AIProvider, as: 'providers' }, 'sortOrder', 'ASC'],
      [{ model: AIProvider, as: 'providers' }, 'name', 'ASC'],
    ],
  });
  const byToken = new Map(loaded.map(({ id, providers = [] }) => [id, providers]));
  for (const token of limited) token.providers = byToken.get(token.id) ?? [];
  return tokens;
}

/** The providers that a new token is to be limited to. @throws DomainError `NOT_FOUND`, also for what its owner may not know of */
export async function findTokenProviders(slugs: readonly string[], owner: User): Promise<AIProvider[]> {
  const providers = await AIProvider.findAll({
    where: { slug: { [Op.in]: [...slugs] }, ...(!owner.isSuper && { isActive: true }) },
    attributes,
    order: orderBy(undefined, ['sortOrder', 'name']),
  });
  if (providers.length < slugs.length)
    throw new DomainError('NOT_FOUND', 'There is no such provider', { field: 'providers' });
  return providers;
}
