import type { Sequelize } from 'sequelize';
import { inOneMonth, startOfMonth } from '../month.js';
import { isPlain, type AdmissionRequest, type PlainRequest } from './admission-request.js';
import { admitStatement } from './admission-sql.js';
import type { KnownReservation } from './find-reservation.js';
import { isFaultOfValues } from '../errors.js';
import { GroupCommit } from '../group-commit.js';
import { lanesOf } from './lanes.js';
import { onePerDatabase } from '../per-database.js';
import { admitPlain, type Counted } from './plain-admission.js';
import { columnsOf, firstOfEach, runPrepared } from './prepared.js';
import { currentTransaction } from '../transaction-context.js';

/**
 * `taken`: counted now, in the month that begins with `period`. `known`: counted before, and how. `full`: the month had
 * no room. `stale`: decide again, something changed that the decision rested on.
 */
export type Admission =
  | { outcome: 'taken'; period: string }
  | ({ outcome: 'known' } & KnownReservation)
  | { outcome: 'full'; limit: number; used: number; period: string }
  | { outcome: 'stale' };

type Answer = Admission | { outcome: 'again' };

/** A request as the statement left it; `used` is from before all of them. */
interface Asked extends KnownReservation {
  ord: number;
  settingsId: string;
  isKnown: boolean;
  fits: boolean;
  isTaken: boolean;
  /** Its place in the line for its settings row; null where it does not stand in it. */
  place: number | null;
  limit: number | null;
  used: number;
}

const columns = [
  'settingsId',
  'adminId',
  'decisionStamp',
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

interface Groups {
  /** Gives null for a request that is not as plain as it looked. */
  plain: GroupCommit<PlainRequest, Counted | null>;
  any: GroupCommit<AdmissionRequest, Answer>;
}

const sharing = {
  together: (first: AdmissionRequest, other: AdmissionRequest) => inOneMonth(first.reservedAt, other.reservedAt),
  isOneItemsFault: isFaultOfValues,
};

const groupsOf = onePerDatabase<Groups>((sequelize) => ({
  plain: new GroupCommit<PlainRequest, Counted | null>({
    ...sharing,
    ...lanesOf(sequelize),
    laneBy: ({ settingsId }) => settingsId,
    run: (all) => admitPlain(sequelize, all),
  }),
  any: new GroupCommit<AdmissionRequest, Answer>({ ...sharing, run: (all) => admitAll(sequelize, all) }),
}));

/** Counts one request if its limit allows, exactly, together with all who ask at the same time. */
export async function admit(sequelize: Sequelize, request: AdmissionRequest): Promise<Admission> {
  // A transaction has a connection of its own, and what it counts it may take back: nobody else's count rides along.
  const isAlone = currentTransaction() !== undefined;
  const { plain, any } = groupsOf(sequelize);
  if (!isAlone && isPlain(request)) {
    const counted = await plain.submit(request);
    if (counted) return { outcome: 'taken', ...counted };
  }
  for (;;) {
    const answer = isAlone ? await admitAlone(sequelize, request) : await any.submit(request);
    // Its id was being written by somebody else. That has ended, so the next statement sees how.
    if (answer.outcome !== 'again') return answer;
  }
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
  const { rows } = await runPrepared<Asked>(sequelize, admitStatement, values);
  const taken = new Map<string, number>();
  for (const { isTaken, settingsId } of rows) if (isTaken) taken.set(settingsId, (taken.get(settingsId) ?? 0) + 1);
  const answers: Answer[] = [];
  for (const row of rows) answers[row.ord - 1] = answerOf(row, row.used + (taken.get(row.settingsId) ?? 0));
  return answers;
}

function answerOf({ isKnown, fits, isTaken, place, limit, used, ...row }: Asked, usedNow: number): Answer {
  const { period } = row;
  if (isKnown) return { outcome: 'known', ...row };
  if (!fits) return { outcome: 'stale' };
  if (isTaken) return { outcome: 'taken', period };
  const isBeyond = place !== null && limit !== null && used + place > limit;
  return isBeyond && usedNow >= limit ? { outcome: 'full', limit, used: usedNow, period } : { outcome: 'again' };
}
