import type { KeySource } from '@ai-providers/contracts';
import type { Sequelize } from 'sequelize';
import { startOfMonth } from '../month.js';
import { admitStatement } from './admission-sql.js';
import { GroupCommit } from './group-commit.js';
import { columnsOf, firstOfEach, isFaultOfValues, runPrepared } from './prepared.js';
import { currentTransaction } from '../transaction-context.js';

/** One request that asks to be counted. */
export interface AdmissionRequest {
  settingsId: string;
  adminId: string;
  /** What the decision on the key was made on; null where none was asked for. */
  accountStamp: string | null;
  modelStamp: string | null;
  requestId: string;
  modelId: string | null;
  modelName: string | null;
  priceInput: string | null;
  priceOutput: string | null;
  priceFrom: string | null;
  keySource: KeySource | null;
  state: 'reserved' | 'settled';
  reservedAt: Date;
  expiresAt: Date;
}

/** `stale`: decide again, something changed that the decision rested on. */
export interface Admission {
  outcome: 'taken' | 'known' | 'full' | 'stale';
  limit: number | null;
  used: number;
  /** The first day of the month that it was, or would have been, counted in. */
  period: string;
  providerId: string;
  modelName: string | null;
  state: string | null;
  source: KeySource | null;
  reservedAt: Date;
  expiresAt: Date;
}

type Answer = Omit<Admission, 'outcome'> & { outcome: Admission['outcome'] | 'again' };

/** A request as the statement left it; `used` is from before all of them. */
interface Asked extends Omit<Admission, 'outcome'> {
  ord: number;
  settingsId: string;
  isKnown: boolean;
  fits: boolean;
  isTaken: boolean;
  /** Its place in the line for its settings row; null where it does not stand in it. */
  place: number | null;
}

const columns = [
  'settingsId',
  'adminId',
  'accountStamp',
  'modelStamp',
  'requestId',
  'modelId',
  'modelName',
  'priceInput',
  'priceOutput',
  'priceFrom',
  'keySource',
  'state',
  'reservedAt',
  'expiresAt',
] as const satisfies readonly (keyof AdmissionRequest)[];

const groups = new WeakMap<Sequelize, GroupCommit<AdmissionRequest, Answer>>();

/** Counts one request if its limit allows, exactly, together with all who ask at the same time. */
export async function admit(sequelize: Sequelize, request: AdmissionRequest): Promise<Admission> {
  for (;;) {
    // A transaction has a connection of its own, and what it counts it may take back: nobody else's count rides along.
    const answer = currentTransaction()
      ? await admitAlone(sequelize, request)
      : await groupOf(sequelize).submit(request);
    // Its id was being written by somebody else. That has ended, so the next statement sees how.
    if (answer.outcome !== 'again') return { ...answer, outcome: answer.outcome };
  }
}

function groupOf(sequelize: Sequelize): GroupCommit<AdmissionRequest, Answer> {
  const known = groups.get(sequelize);
  if (known) return known;
  const group = new GroupCommit<AdmissionRequest, Answer>({
    run: (requests) => admitAll(sequelize, requests),
    together: (first, other) => startOfMonth(first.reservedAt) === startOfMonth(other.reservedAt),
    isOneItemsFault: isFaultOfValues,
  });
  groups.set(sequelize, group);
  return group;
}

async function admitAlone(sequelize: Sequelize, request: AdmissionRequest): Promise<Answer> {
  const [answer] = await admitAll(sequelize, [request]);
  if (!answer) throw new Error('The admission gave no answer');
  return answer;
}

async function admitAll(sequelize: Sequelize, requests: readonly AdmissionRequest[]): Promise<Answer[]> {
  const [first] = requests;
  if (!first) return [];
  const month = startOfMonth(first.reservedAt);
  const values = [...columnsOf(requests, columns), firstOfEach(requests), requests.length, month];
  const rows = await runPrepared<Asked>(sequelize, admitStatement, values);
  const taken = new Map<string, number>();
  for (const { isTaken, settingsId } of rows) if (isTaken) taken.set(settingsId, (taken.get(settingsId) ?? 0) + 1);
  const answers: Answer[] = [];
  for (const { ord, ...row } of rows) {
    const used = row.used + (taken.get(row.settingsId) ?? 0);
    answers[ord - 1] = { ...row, used, outcome: outcomeOf(row, used) };
  }
  return answers;
}

function outcomeOf({ isKnown, fits, isTaken, place, limit, used }: Omit<Asked, 'ord'>, usedNow: number) {
  if (isKnown) return 'known';
  if (!fits) return 'stale';
  if (isTaken) return 'taken';
  const isBeyond = place !== null && limit !== null && used + place > limit;
  return isBeyond && usedNow >= limit ? 'full' : 'again';
}
