import { Duplex } from 'node:stream';
import type { Session, Turn } from './session.js';

type Sessions = Pick<Session, 'takeTurn'>;

/**
 * What `pg` takes for its socket: the protocol's bytes go to the embedded database in this process. No port and no
 * socket file exists that another user of the machine could reach.
 */
export class EmbeddedConnection extends Duplex {
  private readonly session: Sessions;
  private turn: Turn | undefined;
  private started = false;
  private received: Buffer = Buffer.alloc(0);

  constructor(session: Sessions) {
    super();
    this.session = session;
  }

  /** Waits for the session; where it leads is not the caller's choice. */
  connect(): this {
    this.session.takeTurn().then(
      (turn) => {
        if (this.destroyed) return void turn.release();
        this.turn = turn;
        this.emit('connect');
      },
      (error: unknown) => this.destroy(error instanceof Error ? error : new Error('The embedded database failed')),
    );
    return this;
  }

  // What pg asks of a socket, and a stream has no use for.
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  override _read(): void {
    // Answers are pushed as they come: the database cannot pause in the middle of one.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.receive(chunk).then(() => done(), done);
  }

  override _writev(chunks: Array<{ chunk: Buffer }>, done: (error?: Error | null) => void): void {
    this.receive(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(() => done(), done);
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    void this.turn?.release(); // who comes next waits for it
    done(error);
  }

  private async receive(chunk: Buffer): Promise<void> {
    this.received = this.received.length > 0 ? Buffer.concat([this.received, chunk]) : chunk;
    if (!this.started) await this.start();
    if (!this.started) return;
    const { end, lastType } = wholeMessages(this.received);
    const messages = this.received.subarray(0, end);
    this.received = this.received.subarray(end);
    if (messages.length > 0 && messages[0] !== terminate)
      await this.answer(messages, lastType === query || lastType === sync);
  }

  /** The first messages have no type byte: perhaps a question about encryption, then the startup itself. */
  private async start(): Promise<void> {
    while (!this.started && this.received.length >= 8) {
      const length = this.received.readInt32BE(0);
      const code = this.received.readInt32BE(4);
      if (this.received.length < length) return;
      const message = this.received.subarray(0, length);
      this.received = this.received.subarray(length);
      if (code === cancelRequest) return void this.destroy();
      if (code === sslRequest || code === gssRequest) {
        this.push('N');
        continue;
      }
      this.started = true;
      await this.answer(message, true);
    }
  }

  private async answer(messages: Buffer, isWhole: boolean): Promise<void> {
    if (!this.turn) throw new Error('The embedded database was written to before the connection was made');
    const answer = await this.turn.run(messages);
    if (answer.length > 0 && !this.destroyed) this.push(answer);
    // PGlite swallows a fault of its own machinery, such as a stack overflow. The client would wait for ever.
    if (isWhole && !answer.subarray(-6, -1).equals(ready))
      throw new Error('The embedded database broke off in the middle of an answer');
  }
}

const terminate = 'X'.charCodeAt(0);
const query = 'Q'.charCodeAt(0);
const sync = 'S'.charCodeAt(0);
const cancelRequest = 80877102;
const sslRequest = 80877103;
const gssRequest = 80877104;
/** The end of every answer, but for its last byte: whether a transaction is open. */
const ready = Buffer.from('Z\0\0\0\x05', 'latin1');

/** Where the last complete message ends, and its type: a type byte comes first, then a length that counts itself. */
function wholeMessages(bytes: Buffer): { end: number; lastType: number | undefined } {
  let end = 0;
  let lastType: number | undefined;
  while (bytes.length >= end + 5) {
    const length = bytes.readInt32BE(end + 1);
    if (length < 4) throw new Error('The embedded database was sent bytes that are not its protocol');
    if (bytes.length < end + 1 + length) break;
    lastType = bytes[end];
    end += 1 + length;
  }
  return { end, lastType };
}
