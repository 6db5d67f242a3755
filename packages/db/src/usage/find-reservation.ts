import type { KeySource } from '@ai-providers/contracts';
import { QueryTypes, type Sequelize } from 'sequelize';

/** What the ledger says of a request that was admitted before. */
export interface KnownReservation {
  providerId: string;
  modelName: string | null;
  state: string | null;
  source: KeySource | null;
  period: string;
  reservedAt: Date;
  expiresAt: Date;
}

/** The ledger's row of an admin's request, or null. */
export async function findReservation(
  sequelize: Sequelize,
  adminId: string,
  requestId: string,
): Promise<KnownReservation | null> {
  const [row] = await sequelize.query<KnownReservation>(
    `select provider_id as "providerId", model_name as "modelName", state, key_source as source, period::text as period,
       reserved_at as "reservedAt", expires_at as "expiresAt"
     from usage_ledger where admin_id = $adminId and request_id = $requestId`,
    { bind: { adminId, requestId }, type: QueryTypes.SELECT },
  );
  return row ?? null;
}
