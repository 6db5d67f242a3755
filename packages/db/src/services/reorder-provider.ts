import type { ProviderReorderInput, ProviderReorderOutput } from '@ai-providers/contracts';
import type { Sequelize } from 'sequelize';
import { audited, type AuditOrigin } from '../audit/audited.js';
import { DomainError } from '../errors.js';
import { AIProvider } from '../models/ai-provider.js';
import { afterCommit, currentTransaction } from '../transaction-context.js';
import { rollUpLock } from '../usage/roll-up-sql.js';
import { targetOf } from './create-provider.js';
import { lockRecord } from './lock-record.js';
import { providerOrder } from './list-providers.js';
import { orderBy } from './search.js';

/**
 * Moves one provider in the order of all, and numbers them anew from 1. Where it stands is no change of the record
 * itself: whoever is editing one of them meanwhile saves without a conflict.
 * @throws DomainError `ORDER_CHANGED` when the provider it should follow is gone
 */
export async function reorderProvider(input: ProviderReorderInput, by: AuditOrigin): Promise<ProviderReorderOutput> {
  return audited(by, async () => {
    const sequelize = await takeTurns();
    const provider = await lockRecord(AIProvider, input.publicId);
    const before = await currentOrder();
    const from = before.findIndex(({ id }) => id === provider.id);
    const others = before.filter(({ id }) => id !== provider.id);
    const to = placeAmong(others, input);
    await renumber(sequelize, others.toSpliced(to, 0, provider));
    await afterCommit(currentTransaction(), () => AIProvider.clearAllCache());

    const { publicId } = provider;
    const moved = { publicId, position: to + 1, previousAfterId: before[from - 1]?.publicId ?? null };
    const changes = from === to ? [] : [{ field: 'position', from: from + 1, to: to + 1 }];
    return [moved, { action: 'provider.reorder', target: targetOf(provider), changes }];
  });
}

type Placed = Pick<AIProvider, 'id' | 'publicId'>;

/** One at a time, and never beside the roll-up, which writes many providers in an order of its own. */
async function takeTurns(): Promise<Sequelize> {
  const { sequelize } = AIProvider;
  if (!sequelize) throw new Error('AIProvider is not bound to a database: call createDatabase first');
  await sequelize.query(`select pg_advisory_xact_lock(${rollUpLock})`);
  return sequelize;
}

function currentOrder(): Promise<Placed[]> {
  return AIProvider.findAll({ attributes: ['id', 'publicId'], order: orderBy(undefined, providerOrder) });
}

function placeAmong(others: readonly Placed[], input: ProviderReorderInput): number {
  if ('position' in input) return Math.min(input.position - 1, others.length);
  if (input.afterId === null) return 0;
  const after = others.findIndex(({ publicId }) => publicId === input.afterId);
  if (after < 0) throw new DomainError('ORDER_CHANGED', 'The provider that this should follow is no longer there');
  return after + 1;
}

async function renumber(sequelize: Sequelize, order: readonly Placed[]): Promise<void> {
  await sequelize.query(
    `update ai_providers p set sort_order = o.place
     from unnest($ids::bigint[]) with ordinality o(id, place) where p.id = o.id and p.sort_order <> o.place`,
    { bind: { ids: order.map(({ id }) => id) } },
  );
}
