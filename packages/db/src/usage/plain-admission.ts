import { randomUUID } from 'node:crypto';
import type { Sequelize } from 'sequelize';
import { startOfMonth } from '../month.js';
import type { PlainRequest } from './admission-request.js';
import { admitManyPlain, admitOnePlain } from './plain-admission-sql.js';
import { columnsOf, runPlain, valuesOf, type Named } from './prepared.js';

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

/** Counts those requests of one month that are as plain as they look, and gives their periods; null for the others. */
export async function admitPlain(sequelize: Sequelize, requests: readonly PlainRequest[]): Promise<(string | null)[]> {
  const [first] = requests;
  if (!first) return [];
  const month = startOfMonth(first.reservedAt);
  const rows = await runPlain<PlainRequest, Named & { period: string }>(sequelize, requests, {
    one: (request) => [admitOnePlain, [...valuesOf(request, columns), randomUUID(), month]],
    many: (several) => [
      admitManyPlain,
      [...columnsOf(several, [...columns, 'adminId']), several.map(() => randomUUID()), month, several.length],
    ],
  });
  return rows.map((row) => row?.period ?? null);
}
