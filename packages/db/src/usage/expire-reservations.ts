import { QueryTypes, type Sequelize } from 'sequelize';
import { portsOf } from '../ports.js';

const batch = 5_000;

/**
 * Reservations that nobody settled in time count for good: refunding them would make a killed process free of charge.
 * Any number of instances may do this at once. @returns how many expired
 */
export async function expireReservations(sequelize: Sequelize): Promise<number> {
  let expired = 0;
  for (;;) {
    const rows = await sequelize.query<{ id: string }>(
      `update usage_ledger set state = 'expired', settled_at = $at
       where id in (
         select l.id from usage_pending q join usage_ledger l on l.id = q.ledger_id
         where q.expires_at <= $at and l.state = 'reserved'
         order by q.expires_at limit ${batch} for update of l skip locked
       ) and state = 'reserved' returning id`,
      { bind: { at: portsOf(sequelize).now() }, type: QueryTypes.SELECT },
    );
    expired += rows.length;
    if (rows.length < batch) return expired;
  }
}
