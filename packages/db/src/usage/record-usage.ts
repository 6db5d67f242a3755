import type { UsageRecordInput, UsageSettlement } from '@ai-providers/contracts';
import type { User } from '../models/user.js';
import { reserveUsage } from './reserve-usage.js';
import { settleUsage } from './settle-usage.js';

/** Reserves and settles in one call, for a request that has been made already. Asked again it answers the same. */
export async function recordUsage(
  admin: User,
  { provider, model, ...settlement }: UsageRecordInput,
  options: { ttlMs?: number } = {},
): Promise<UsageSettlement> {
  await reserveUsage(admin, { provider, model, requestId: settlement.requestId }, options);
  return settleUsage(admin, settlement);
}
