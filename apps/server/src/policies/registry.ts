import type { AIModel, AIProvider } from '@ai-providers/db';
import { isSuper, type Actor } from './actor.js';

/** Providers and their models: read by all, kept by super admins. */
export const providerPolicy = {
  read: (actor: Actor, provider: AIProvider): boolean => isSuper(actor) || provider.isActive,
  readDetails: (actor: Actor, _provider: AIProvider): boolean => isSuper(actor),
  update: (actor: Actor, _provider: AIProvider): boolean => isSuper(actor),
  delete: (actor: Actor, _provider: AIProvider): boolean => isSuper(actor),
  addModel: (actor: Actor, _provider: AIProvider): boolean => isSuper(actor),
};

export const modelPolicy = {
  readDetails: (actor: Actor, _model: AIModel): boolean => isSuper(actor),
  update: (actor: Actor, _model: AIModel): boolean => isSuper(actor),
  delete: (actor: Actor, _model: AIModel): boolean => isSuper(actor),
};
