import type { AdminImpact, AdminInvite, AdminOutput, AdminStanding } from '@ai-providers/contracts';
import type { AdminStanding as Standing, Invitation, User } from '@ai-providers/db';
import type { Actor } from '../policies/actor.js';
import { adminPolicy } from '../policies/people.js';
import { presentUser } from './people.js';

export function presentAdmin(actor: Actor, user: User): AdminOutput {
  return {
    ...presentUser(user),
    state: user.state,
    can: {
      update: adminPolicy.update(actor, user),
      deactivate: adminPolicy.deactivate(actor, user),
      changeRole: adminPolicy.changeRole(actor, user),
      delete: adminPolicy.delete(actor, user),
      invite: adminPolicy.invite(actor, user),
    },
  };
}

export function presentStanding(actor: Actor, user: User, standing: Standing | undefined): AdminStanding {
  return {
    ...presentAdmin(actor, user),
    providers: { usable: standing?.usable ?? 0, total: standing?.providers ?? 0 },
    personalKeys: standing?.personalKeys ?? 0,
    requestsThisMonth: standing?.requestsThisMonth ?? 0,
    limited: presentLimited(standing?.limited),
    nearLimit: standing?.nearLimit ?? 0,
    lastSeenAt: standing?.lastSeenAt?.toISOString() ?? null,
    inviteExpiresAt: standing?.inviteExpiresAt?.toISOString() ?? null,
  };
}

function presentLimited(limited: Standing['limited'] | undefined): AdminStanding['limited'] {
  const { providers = 0, limit = 0, used = 0, reached = 0 } = limited ?? {};
  return { providers, limit, used, reached };
}

/** What stands behind the `#` reaches no server and no log of one. */
export function presentInvite({ token, expiresAt }: Invitation): AdminInvite {
  return { link: `/invite#token=${token}`, expiresAt: expiresAt.toISOString() };
}

export function presentAdminImpact({ personalKeys, tokens, sessions }: AdminImpact): AdminImpact {
  return { personalKeys, tokens, sessions };
}
