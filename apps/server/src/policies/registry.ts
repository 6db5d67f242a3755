import { DomainError, type AIModel, type AIProvider, type Scope } from '@ai-providers/db';
import { isSuper, onlyProviders, reaches, type Actor } from './actor.js';

/** Which providers and models are in the lists that an actor reads. */
export function registryScope(actor: Actor): Scope {
  return { activeOnly: !isSuper(actor), slugs: onlyProviders(actor) };
}

/** For deeds that name a provider. @throws DomainError `TOKEN_PROVIDER_NOT_ALLOWED`, also for one that does not exist */
export function authorizeProvider(actor: Actor, slug: string): void {
  if (!reaches(actor, slug))
    throw new DomainError('TOKEN_PROVIDER_NOT_ALLOWED', 'This token is not for this provider', { field: 'provider' });
}

/** Providers and their models: read by all, kept by super admins. */
export const providerPolicy = {
  read: (actor: Actor, provider: AIProvider): boolean =>
    (isSuper(actor) || provider.isActive) && reaches(actor, provider.slug),
  readDetails: (actor: Actor, _provider: AIProvider): boolean => isSuper(actor),
  readAdmins: (actor: Actor, _provider: AIProvider): boolean => isSuper(actor),
  update: (actor: Actor, _provider: AIProvider): boolean => isSuper(actor),
  delete: (actor: Actor, _provider: AIProvider): boolean => isSuper(actor),
  addModel: (actor: Actor, _provider: AIProvider): boolean => isSuper(actor),
};

export const modelPolicy = {
  readDetails: (actor: Actor, _model: AIModel): boolean => isSuper(actor),
  update: (actor: Actor, _model: AIModel): boolean => isSuper(actor),
  delete: (actor: Actor, _model: AIModel): boolean => isSuper(actor),
};
