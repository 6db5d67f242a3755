import type { UsageRefund, UsageRefundInput, UsageSettleInput, UsageSettlement } from '@ai-providers/contracts';
import { DomainError, notFound } from '../errors.js';
import type { User } from '../models/user.js';
import { portsOf } from '../ports.js';
import { refund, settle } from './settlement.js';

/**
 * Says how a reserved request ended; asked again it changes nothing and answers the same. A reservation that had
 * expired stays counted and takes its tokens late.
 * @throws DomainError `NOT_FOUND`, also for another admin's request, or `USAGE_ALREADY_REFUNDED`
 */
export async function settleUsage(admin: User, input: UsageSettleInput): Promise<UsageSettlement> {
  const { requestId, status, inputTokens = null, outputTokens = null, latencyMs = null } = input;
  const { sequelize } = admin;
  const at = portsOf(sequelize).now();
  const ended = await settle(sequelize, {
    adminId: admin.id,
    requestId,
    status,
    inputTokens,
    outputTokens,
    latencyMs,
    at,
  });
  if (!ended) throw notFound();
  if (ended.before === 'refunded') {
    throw new DomainError('USAGE_ALREADY_REFUNDED', 'This request was refunded and cannot be settled any more');
  }
  const { row } = ended;
  return {
    requestId,
    status: row.status,
    inputTokens: row.inputTokens,
    outputTokens: row.outputTokens,
    latencyMs: row.latencyMs,
    cost: row.cost,
    settledAt: row.settledAt.toISOString(),
  };
}

/**
 * Takes a reserved request back out of the count; asked again it changes nothing and answers the same.
 * @throws DomainError `NOT_FOUND`, also for another admin's request, `USAGE_ALREADY_SETTLED` or `USAGE_EXPIRED`
 */
export async function refundUsage(admin: User, { requestId }: UsageRefundInput): Promise<UsageRefund> {
  const { sequelize } = admin;
  const ended = await refund(sequelize, { adminId: admin.id, requestId, at: portsOf(sequelize).now() });
  if (!ended) throw notFound();
  if (ended.before === 'settled') {
    throw new DomainError('USAGE_ALREADY_SETTLED', 'This request was settled and cannot be refunded any more');
  }
  if (ended.before === 'expired') {
    throw new DomainError('USAGE_EXPIRED', 'This reservation expired and was counted; it cannot be refunded any more');
  }
  return { requestId, refundedAt: ended.row.settledAt.toISOString() };
}
