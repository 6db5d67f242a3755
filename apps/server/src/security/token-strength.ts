import type { TokenScope } from '@ai-providers/contracts';
import { DomainError } from '@ai-providers/db';
import { hasScope, type Actor } from '../policies/actor.js';
import { isNarrower } from './network.js';

/** What decides over what a token can do. Only one with the scope `admin` makes others, and that is for all providers. */
interface Strength {
  scopes: readonly TokenScope[];
  allowedIps?: readonly string[] | undefined;
  expiresAt?: string | Date | null | undefined;
}

/** A token never makes one that may do more than itself, from more places, or for longer. */
export function assertNoStronger(actor: Actor, wanted: Strength): void {
  const missing = wanted.scopes.find((scope) => !hasScope(actor, scope));
  if (missing)
    throw new DomainError('SCOPE_MISSING', `This token lacks the scope ${missing}`, {
      field: 'scopes',
      params: { scope: missing },
    });
  if (actor.via === 'session') return;
  const { allowedIps, expiresAt } = actor.token;
  const { allowedIps: ips = [], expiresAt: end } = wanted;
  const isWider = allowedIps.length > 0 && !(ips.length > 0 && ips.every((ip) => isNarrower(ip, allowedIps)));
  const isLonger = expiresAt ? !(end && new Date(end) <= expiresAt) : false;
  if (isWider || isLonger)
    throw new DomainError('TOKEN_TOO_STRONG', 'A token cannot make one that is allowed more than itself', {
      field: isWider ? 'allowedIps' : 'expiresAt',
    });
}
