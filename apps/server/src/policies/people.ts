import type { AdminProviderSettings, ApiToken, LimitRequest, Session, User } from '@ai-providers/db';
import { isSuper, type Actor } from './actor.js';

const isSelf = (actor: Actor, user: User): boolean => actor.user.id === user.id;

export const adminPolicy = {
  update: (actor: Actor, _user: User): boolean => isSuper(actor),
  // Nobody locks themselves out: another super admin does it.
  deactivate: (actor: Actor, user: User): boolean => isSuper(actor) && !isSelf(actor, user),
  changeRole: (actor: Actor, user: User): boolean => isSuper(actor) && !isSelf(actor, user),
  delete: (actor: Actor, user: User): boolean => isSuper(actor) && !isSelf(actor, user),
  invite: (actor: Actor, user: User): boolean => isSuper(actor) && user.state === 'invited',
  readSessions: (actor: Actor, _user: User): boolean => isSuper(actor),
  explainKeys: (actor: Actor, user: User): boolean => isSuper(actor) || isSelf(actor, user),
  readSettings: (actor: Actor, user: User): boolean => isSuper(actor) || isSelf(actor, user),
  readUsage: (actor: Actor, user: User): boolean => isSuper(actor) || isSelf(actor, user),
  setLimit: (actor: Actor, _user: User): boolean => isSuper(actor),
};

export const settingsPolicy = {
  useShared: (actor: Actor, settings: AdminProviderSettings): boolean =>
    isOwn(actor, settings) && settings.mayUse('shared'),
  usePersonal: (actor: Actor, settings: AdminProviderSettings): boolean =>
    isOwn(actor, settings) && settings.mayUse('personal'),
  setLimit: (actor: Actor, _settings: AdminProviderSettings): boolean => isSuper(actor),
  requestLimit: (actor: Actor, settings: AdminProviderSettings): boolean =>
    isOwn(actor, settings) && settings.monthlyLimit !== null,
};

export const limitRequestPolicy = {
  answer: (actor: Actor, _request: LimitRequest): boolean => isSuper(actor),
};

/** One's own browsers, and those of an account for who keeps accounts. */
export const sessionPolicy = {
  revoke: (actor: Actor, session: Session): boolean => session.userId === actor.user.id,
  revokeAny: (actor: Actor, _session: Session): boolean => isSuper(actor),
};

export const tokenPolicy = {
  read: (actor: Actor, token: ApiToken): boolean => isSuper(actor) || token.userId === actor.user.id,
  // Whoever has a token acts as its owner: nobody else is given one.
  update: (actor: Actor, token: ApiToken): boolean => token.userId === actor.user.id,
  revoke: (actor: Actor, token: ApiToken): boolean => isSuper(actor) || token.userId === actor.user.id,
};

const isOwn = (actor: Actor, settings: AdminProviderSettings): boolean => settings.adminId === actor.user.id;
