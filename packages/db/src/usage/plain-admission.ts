import { randomUUID } from 'node:crypto';
import type { Sequelize } from 'sequelize';
import { startOfMonth } from '../month.js';
import type { PlainRequest } from './admission-request.js';
import { admitManyPlain, admitOnePlain } from './plain-admission-sql.js';
import { columnsOf, runPlain, runPrepared, valuesOf, type Named } from './prepared.js';

const columns = [
  'settingsId',
  'decisionStamp',
  'requestId',
  'providerSlug',
  'modelId',
  'modelName',
  'keySource',
  'reservedAt',
  'expiresAt',
  'priceInput',
  'priceOutput',
  'priceFrom',
] as const satisfies readonly (keyof PlainRequest)[];

/** The month that a request was counted in, by its first day. */
export interface Counted {
  period: string;
}

/** Counts those requests of one month that are as plain as they look; null for the others. */
export async function admitPlain(sequelize: Sequelize, requests: readonly PlainRequest[]): Promise<(Counted | null)[]> {
  const [first] = requests;
  if (!first) return [];
  const period = startOfMonth(first.reservedAt);
  return runPlain<PlainRequest, Counted>(requests, {
    async one(request) {
      const values = [...valuesOf(request, columns), randomUUID(), period];
      const { rowCount } = await runPrepared(sequelize, admitOnePlain, values);
      return rowCount === 1 ? { period } : null;
    },
    async many(several) {
      const ids = several.map(() => randomUUID());
      const values = [...columnsOf(several, [...columns, 'adminId']), ids, period, several.length];
      const { rows } = await runPrepared<Named>(sequelize, admitManyPlain, values);
      return rows.map((row) => ({ ...row, period }));
    },
  });
}
