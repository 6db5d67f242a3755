import { literal, type WhereOptions } from 'sequelize';
import type { JsonObject } from '@ai-providers/contracts';

// One rule, written twice: for a record that is at hand, and for the database. A test holds them together.

/** Whether a model's provider no longer serves it on a day (UTC, YYYY-MM-DD), by what its config says. */
export function isRetiredOn({ lifecycle }: JsonObject, day: string): boolean {
  if (typeof lifecycle !== 'object' || lifecycle === null || Array.isArray(lifecycle)) return false;
  const { status, shutdown_date: shutdown } = lifecycle;
  return status === 'retired' || (typeof shutdown === 'string' && isDay.test(shutdown) && shutdown <= day);
}

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** The same, as a condition on models. @param day YYYY-MM-DD, made here and nowhere else */
export function whereRetired(retired: boolean, day: string): WhereOptions {
  const status = `"AIModel"."config" #>> '{lifecycle,status}'`;
  const shutdown = `"AIModel"."config" #>> '{lifecycle,shutdown_date}'`;
  // The config is free JSON: a shutdown date that is no day says nothing.
  const over = `${shutdown} ~ '^\\d{4}-\\d{2}-\\d{2}$' and ${shutdown} <= '${day}'`;
  return literal(`coalesce(${status} = 'retired' or (${over}), false) is ${retired}`);
}

/** The day of a moment, in UTC. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
