import type { Sequelize } from 'sequelize';
import { startOfMonth } from '../month.js';
import type { PlainRequest } from './admission-request.js';
import { admitManyPlain, admitOnePlain } from './plain-admission-sql.js';
import { columnsOf, runPlain, valuesOf, type Named, type Run } from './prepared.js';

const columns = [
  'settingsId',
  'modelStamp',
  'requestId',
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
    one: (request) => one(request, month),
    many: (several) => many(several, month),
  });
  return rows.map((row) => row?.period ?? null);
}

function one(request: PlainRequest, month: string): Run {
  return [admitOnePlain, [...valuesOf(request, columns), month, request.accountStamp]];
}

function many(requests: readonly PlainRequest[], month: string): Run {
  // Of two stamps for one settings row the later was read later. Who brings the other one has to decide again.
  const stamps = new Map(requests.map(({ settingsId, accountStamp }) => [settingsId, accountStamp]));
  const agreed = requests.filter(({ settingsId, accountStamp }) => stamps.get(settingsId) === accountStamp);
  const counts = new Map<string, number>();
  for (const { settingsId } of agreed) counts.set(settingsId, (counts.get(settingsId) ?? 0) + 1);
  const ids = [...counts.keys()];
  const accounts = [ids, ids.map((id) => stamps.get(id)), [...counts.values()]];
  return [admitManyPlain, [...columnsOf(agreed, columns), month, ...accounts, requests.length]];
}
