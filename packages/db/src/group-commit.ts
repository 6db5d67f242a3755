interface Waiting<Item, Answer> {
  item: Item;
  resolve(answer: Answer): void;
  reject(reason: unknown): void;
}

interface Options<Item, Answer> {
  /** Does all items in one statement and answers in their order. */
  run: (items: readonly Item[]) => Promise<readonly Answer[]>;
  /** Whether two items may stand in one statement; any may by default. */
  together?: (first: Item, other: Item) => boolean;
  /** Whether a failure is the fault of one item, so that the others must not share it. */
  isOneItemsFault?: (error: unknown) => boolean;
  max?: number;
}

/**
 * Gathers calls while a statement is running and does them in the next one: a row that everybody counts in is then
 * locked and made durable once for all of them. A call that finds nothing running waits for nobody.
 */
export class GroupCommit<Item, Answer> {
  readonly #options: Options<Item, Answer>;
  readonly #queue: Waiting<Item, Answer>[] = [];
  #isRunning = false;
  /** Whether the last statement was for several callers, so that others may be on their way. */
  #wasShared = true;

  constructor(options: Options<Item, Answer>) {
    this.#options = options;
  }

  submit(item: Item): Promise<Answer> {
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
    const { together = () => true, max = 500 } = this.#options;
    const [first] = this.#queue;
    if (!first) return [];
    const end = this.#queue.findIndex(({ item }) => !together(first.item, item));
    return this.#queue.splice(0, Math.min(end === -1 ? max : end, max));
  }

  async #settle(group: Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.#options.run(group.map(({ item }) => item));
      if (answers.length !== group.length)
        throw new Error('A statement for several callers left some without an answer');
      group.forEach(({ resolve }, index) => resolve(answers[index] as Answer)); // as many answers as callers
    } catch (error) {
      if (group.length > 1 && this.#options.isOneItemsFault?.(error)) {
        for (const waiting of group) await this.#settle([waiting]);
        return;
      }
      for (const { reject } of group) reject(error);
    }
  }
}
