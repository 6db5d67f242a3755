import type { KeySource, UsageReservation, UsageReserveInput } from '@ai-providers/contracts';
import type { Sequelize } from 'sequelize';
import { refusalSentences } from '../access/decide-key.js';
import { DomainError } from '../errors.js';
import type { User } from '../models/user.js';
import { portsOf } from '../ports.js';
import { admit } from './admission.js';
import { findReservation, type KnownReservation } from './find-reservation.js';
import { limitReached, resetsAt } from './limit-reached.js';
import { priceOn } from './price.js';
import { readStanding, standingOf, type Standing } from './standing.js';

/** How long a reservation waits for its settlement; then it counts for good. */
export const reservationTtlMs = 15 * 60_000;

// Each round reads anew what changed since the round before. More than a few in a row is no coincidence.
const maxRounds = 20;

/**
 * Counts one request against the admin's limit before it is made. Asked again with the same request id it counts
 * nothing and answers the same.
 * @throws DomainError with the key's refusal, `MONTHLY_LIMIT_REACHED`, `REQUEST_ID_REUSED` or `USAGE_ALREADY_REFUNDED`
 */
export async function reserveUsage(
  admin: User,
  { provider, requestId, ...input }: UsageReserveInput,
  { ttlMs = reservationTtlMs }: { ttlMs?: number } = {},
): Promise<UsageReservation> {
  const { sequelize } = admin;
  const model = input.model ?? null;
  const at = portsOf(sequelize).now();
  const expiresAt = new Date(at.getTime() + ttlMs);
  const of = { adminId: admin.id, provider, model };
  let standing = await standingOf(sequelize, of);
  for (let round = 0; round < maxRounds; round += 1) {
    const asked = { provider, model, requestId, providerId: standing.providerId };
    if (!standing.decision.allowed) return refused(sequelize, standing, asked);
    const request = { ...requestOf(standing, model, at), requestId, expiresAt };
    const admission = await admit(sequelize, request);
    if (admission.outcome === 'full') throw limitReached(admission, at);
    if (admission.outcome === 'known') return sameReservation(asked, admission);
    if (admission.outcome === 'taken') return reservationOf(asked, { ...request, ...admission });
    standing = await readStanding(sequelize, of);
  }
  throw new Error('What decides over this request kept changing');
}

function requestOf({ settingsId, model, ...standing }: Standing, modelName: string | null, at: Date) {
  if (settingsId === null) throw new Error('An allowed standing has its settings row');
  const price = priceOn(model, at.toISOString().slice(0, 10));
  return {
    settingsId,
    adminId: standing.adminId,
    decisionStamp: standing.decisionStamp,
    providerSlug: standing.providerSlug,
    modelId: model.id,
    modelName,
    priceInput: price.input,
    priceOutput: price.output,
    priceFrom: price.from,
    keySource: standing.decision.source,
    state: 'reserved' as const,
    reservedAt: at,
  };
}

interface Asked {
  provider: string;
  providerId: string;
  model: string | null;
  requestId: string;
}

/** A key that is refused now may have been given when this request was first counted. */
async function refused(sequelize: Sequelize, { adminId, decision }: Standing, asked: Asked): Promise<UsageReservation> {
  const known = await findReservation(sequelize, adminId, asked.requestId);
  if (known) return sameReservation(asked, known);
  const reason = decision.code ?? 'KEY_NOT_CONFIGURED';
  throw new DomainError(reason, refusalSentences[reason]);
}

function sameReservation(asked: Asked, known: KnownReservation): UsageReservation {
  assertSame(asked, known);
  return reservationOf(asked, { ...known, keySource: known.source });
}

interface Counted {
  keySource: KeySource | null;
  reservedAt: Date;
  expiresAt: Date;
  period: string;
}

function reservationOf({ requestId, provider, model }: Asked, counted: Counted): UsageReservation {
  return {
    requestId,
    provider,
    model,
    source: counted.keySource,
    reservedAt: counted.reservedAt.toISOString(),
    expiresAt: counted.expiresAt.toISOString(),
    resetsAt: resetsAt(counted.period).toISOString(),
  };
}

function assertSame({ providerId, model }: Asked, known: KnownReservation): void {
  if (known.providerId !== providerId || known.modelName !== model) {
    throw new DomainError('REQUEST_ID_REUSED', 'This request id belongs to another request', { field: 'requestId' });
  }
  if (known.state === 'refunded') {
    throw new DomainError('USAGE_ALREADY_REFUNDED', 'This request was refunded. Take a new request id.');
  }
}
