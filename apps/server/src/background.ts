import type { Sequelize } from 'sequelize';
import { expireReservations, noteUsageDrift, rollUpUsage } from '@ai-providers/db';
import type { Job } from './repeat.js';

const second = 1000;

/** What keeps the usage counts current. Every instance does all of it: none is needed, and they do not get in each other's way. */
export function backgroundJobs(sequelize: Sequelize): Job[] {
  return [
    { name: 'expire reservations', everyMs: 15 * second, run: () => expireReservations(sequelize) },
    { name: 'roll up usage', everyMs: 2 * second, run: () => rollUpUsage(sequelize) },
    { name: 'check usage drift', everyMs: 300 * second, run: () => noteUsageDrift(sequelize) },
  ];
}
