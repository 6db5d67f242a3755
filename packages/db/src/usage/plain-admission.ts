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
  const accounts = new Map<string, Account>();
  for (const request of agreed)
    accounts.set(request.settingsId, withRequest(accounts.get(request.settingsId), request));
  const perAccount = columnsOf([...accounts.values()], ['settingsId', 'accountStamp', 'requests']);
  const latest = columnsOf([...accounts.values()], ['latest']);
  return [admitManyPlain, [...columnsOf(agreed, columns), month, ...perAccount, requests.length, ...latest]];
}

/** What several requests ask of one settings row. */
interface Account extends Pick<PlainRequest, 'settingsId' | 'accountStamp'> {
  requests: number;
  /** When the last of them was made. */
  latest: Date;
}

function withRequest(account: Account | undefined, { settingsId, accountStamp, reservedAt }: PlainRequest): Account {
  if (!account) return { settingsId, accountStamp, requests: 1, latest: reservedAt };
  const latest = reservedAt > account.latest ? reservedAt : account.latest;
  return { settingsId, accountStamp, requests: account.requests + 1, latest };
}
