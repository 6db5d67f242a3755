interface Waiting<Item, Answer> {
  item: Item;
  resolve(answer: Answer): void;
  reject(reason: unknown): void;
}

/** How many callers are on their way through one group, or through several that they pass one after the other. */
export interface Crowd {
  size: number;
}

interface LaneOptions<Item, Answer> {
  /** Does all items in one statement and answers in their order. */
  run: (items: readonly Item[]) => Promise<readonly Answer[]>;
  /** Whether two items may stand in one statement; any may by default. */
  together?: (first: Item, other: Item) => boolean;
  /** Whether a failure is the fault of one item, so that the others must not share it. */
  isOneItemsFault?: (error: unknown) => boolean;
  max?: number;
  /** Of a crowd at most half goes at once: while the database does that, the other half is answered and comes back. */
  crowd?: Crowd;
}

/** Fewer than these are not parted: a statement costs what it costs. */
const fewest = 16;

interface Options<Item, Answer> extends LaneOptions<Item, Answer> {
  /** How many statements may run at a time, each with a lane of callers behind it; one by default. */
  lanes?: number;
  /** A decimal id: items with the same one take the same lane. */
  laneBy?: (item: Item) => string;
}

/**
 * Gathers calls while a statement is running and does them in the next one: a row that everybody counts in is then
 * locked and made durable once for all of them. A call that finds nothing running in its lane waits for nobody.
 */
export class GroupCommit<Item, Answer> {
  readonly #lanes: Lane<Item, Answer>[];
  readonly #laneBy: (item: Item) => string;

  constructor({ lanes = 1, laneBy = () => '0', ...options }: Options<Item, Answer>) {
    this.#lanes = Array.from({ length: lanes }, () => new Lane(options));
    this.#laneBy = laneBy;
  }

  submit(item: Item): Promise<Answer> {
    const lane = this.#lanes[Number(this.#laneBy(item).at(-1)) % this.#lanes.length];
    if (!lane) throw new RangeError('A lane is chosen by a decimal id');
    return lane.submit(item);
  }
}

class Lane<Item, Answer> {
  readonly #options: LaneOptions<Item, Answer>;
  readonly #queue: Waiting<Item, Answer>[] = [];
  #isRunning = false;
  /** Whether the last statement was for several callers, so that others may be on their way. */
  #wasShared = true;

  constructor(options: LaneOptions<Item, Answer>) {
    this.#options = options;
  }

  submit(item: Item): Promise<Answer> {
    const { crowd } = this.#options;
    if (crowd) crowd.size += 1;
    return new Promise((resolve, reject) => {
      this.#queue.push({ item, resolve, reject });
      if (!this.#isRunning) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#isRunning = true;
    while (this.#queue.length > 0) {
      // One answer of the database wakes many callers: those that ask again in this turn of the event loop come along.
      if (this.#wasShared || this.#queue.length > 1) await new Promise(setImmediate);
      const group = this.#next();
      this.#wasShared = group.length > 1;
      await this.#settle(group);
    }
    this.#isRunning = false;
  }

  #next(): Waiting<Item, Answer>[] {
    const { together = () => true, max = 500, crowd } = this.#options;
    const most = crowd ? Math.min(max, Math.max(fewest, Math.ceil(crowd.size / 2))) : max;
    const [first] = this.#queue;
    if (!first) return [];
    const end = this.#queue.findIndex(({ item }) => !together(first.item, item));
    return this.#queue.splice(0, Math.min(end === -1 ? most : end, most));
  }

  async #settle(group: Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.#options.run(group.map(({ item }) => item));
      if (answers.length !== group.length)
        throw new Error('A statement for several callers left some without an answer');
      this.#leave(group.length);
      group.forEach(({ resolve }, index) => resolve(answers[index] as Answer)); // as many answers as callers
    } catch (error) {
      if (group.length > 1 && this.#options.isOneItemsFault?.(error)) {
        for (const waiting of group) await this.#settle([waiting]);
        return;
      }
      this.#leave(group.length);
      for (const { reject } of group) reject(error);
    }
  }

  #leave(callers: number): void {
    const { crowd } = this.#options;
    if (crowd) crowd.size -= callers;
  }
}
