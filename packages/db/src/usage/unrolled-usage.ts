import { QueryTypes, type Sequelize } from 'sequelize';

/** Requests that a provider's or a model's total does not hold yet. */
export interface UnrolledUsage {
  providerId: string;
  modelId: string | null;
  requests: number;
  lastUsedAt: Date;
}

/** What to add to the totals for an exact figure; small, because the roll-up runs all the time. */
export function unrolledUsage(sequelize: Sequelize): Promise<UnrolledUsage[]> {
  return sequelize.query<UnrolledUsage>(
    `select provider_id as "providerId", model_id as "modelId", (count(*) filter (where not rolled_expired))::int as requests,
       max(reserved_at) as "lastUsedAt"
     from usage_pending join usage_facts on id = ledger_id group by provider_id, model_id`,
    { type: QueryTypes.SELECT },
  );
}
