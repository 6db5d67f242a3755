import { monthlyLimit, usualMonthlyLimit } from '@ai-providers/contracts';
import type { Sequelize } from 'sequelize';
import { readState, writeState } from './system-state.js';

/** The limit of an admin with a provider while nobody has chosen one; null for no limit. */
export async function readDefaultLimit(sequelize: Sequelize): Promise<number | null> {
  const text = await readState(sequelize, 'default_monthly_limit');
  return text === null ? usualMonthlyLimit : monthlyLimit.parse(JSON.parse(text));
}

export async function writeDefaultLimit(sequelize: Sequelize, limit: number | null): Promise<void> {
  await writeState(sequelize, 'default_monthly_limit', JSON.stringify(limit));
}
