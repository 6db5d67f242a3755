import type { Sequelize } from 'sequelize';
import { expireReservations, noteUsageDrift, pruneLedger, rollUpUsage } from '@ai-providers/db';
import type { Job } from './repeat.js';

const second = 1000;
const day = 86_400 * second;

interface Options {
  /** Null keeps single requests for good. */
  retentionDays: number | null;
  now: () => Date;
}

/** What keeps the usage counts current. Every instance does all of it: none is needed, and they do not get in each other's way. */
export function backgroundJobs(sequelize: Sequelize, { retentionDays, now }: Options): Job[] {
  return [
    { name: 'expire reservations', everyMs: 15 * second, run: () => expireReservations(sequelize) },
    { name: 'roll up usage', everyMs: 2 * second, run: () => rollUpUsage(sequelize) },
    { name: 'check usage drift', everyMs: 300 * second, run: () => noteUsageDrift(sequelize) },
    ...(retentionDays === null
      ? []
      : [
          {
            name: 'prune the usage ledger',
            everyMs: 600 * second,
            run: () => pruneLedger(sequelize, new Date(now().getTime() - retentionDays * day)),
          },
        ]),
  ];
}
