import type { PGlite } from '@electric-sql/pglite';
import type { Log } from '../log.js';

/** The right to use the database's only session, until it is released. */
export interface Turn {
  /** Runs whole protocol messages and gives the answer. Blocks the process meanwhile, as the database is part of it. */
  run(messages: Uint8Array): Promise<Buffer>;
  /** Gives the session back, rolling back what was not committed. */
  release(): Promise<void>;
}

/**
 * PGlite has one session for all clients: a setting, a prepared statement or an open transaction of one would be met by
 * the next. So clients have it in turn, each finds it clean, and one that disappears leaves no transaction behind.
 */
export class Session {
  private lastTurn: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: PGlite,
    private readonly log: Log,
  ) {}

  async takeTurn(): Promise<Turn> {
    const pass = await this.myTurn();
    try {
      if (this.db.closed) throw new Error('The embedded database is closed');
      await this.rollback();
      await this.db.exec('DISCARD ALL');
    } catch (error) {
      pass();
      throw error;
    }
    return this.turn(pass);
  }

  /** After the last turn: writes everything to its place. Who asks for a turn later is told so. */
  async close(): Promise<void> {
    const pass = await this.myTurn();
    try {
      await this.rollback();
      await this.db.exec('CHECKPOINT');
      await this.db.close();
    } finally {
      pass();
    }
  }

  private async myTurn(): Promise<() => void> {
    const previous = this.lastTurn;
    let pass = () => {};
    this.lastTurn = new Promise((resolve) => (pass = resolve));
    await previous;
    return pass;
  }

  private turn(pass: () => void): Turn {
    let over: Promise<void> | undefined;
    return {
      run: async (messages) => {
        if (over) throw new Error('This connection has ended');
        return this.exchange(messages);
      },
      release: () => {
        over ??= this.rollback()
          // The next client cleans up too, and hears of it if that fails again.
          .catch((error: unknown) => this.log.error({ err: error }, 'the embedded database could not roll back'))
          .then(pass);
        return over;
      },
    };
  }

  private async exchange(messages: Uint8Array): Promise<Buffer> {
    const answer: Buffer[] = [];
    await this.db.runExclusive(() =>
      this.db.execProtocolRawStream(messages, {
        onRawData: (bytes) => {
          answer.push(Buffer.from(bytes)); // a copy: the bytes are in memory that the database uses again
        },
      }),
    );
    return Buffer.concat(answer);
  }

  private async rollback(): Promise<void> {
    await this.exchange(sync);
    if (this.db.isInTransaction()) await this.db.exec('ROLLBACK');
  }
}

/** After a failed statement the server skips everything until this message, a ROLLBACK included. */
const sync = Buffer.from('S\0\0\0\x04', 'latin1');
