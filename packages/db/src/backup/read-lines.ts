import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** The lines of a gzipped file one after the other, with the digest of those that were read. */
export interface Lines {
  /** The next line without its end; null after the last. */
  next(): Promise<string | null>;
  /** SHA-256 in hex of every line so far with its end, but for the last one read. */
  digestBeforeLast(): string;
  close(): void;
}

export function readLines(file: string): Lines {
  const source = createGunzip();
  // What fails is told by the iterator; the callback is there because a pipeline wants one.
  pipeline(createReadStream(file), source, () => {});
  const lines = split(source);
  const hash = createHash('sha256');
  let last: string | null = null;
  return {
    async next() {
      if (last !== null) hash.update(`${last}\n`);
      const { value, done } = await lines.next();
      last = done ? null : value;
      return last;
    },
    digestBeforeLast: () => hash.copy().digest('hex'),
    close: () => void source.destroy(),
  };
}

const newline = 0x0a;

/** Only \n ends a line: PostgreSQL leaves other characters that Node takes for ends as they are. */
async function* split(source: Readable): AsyncGenerator<string, undefined> {
  let rest: Buffer[] = [];
  for await (const bytes of source) {
    const chunk = bytes as Buffer; // no encoding is set
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      yield Buffer.concat([...rest, chunk.subarray(start, end)]).toString();
      rest = [];
      start = end + 1;
    }
    rest.push(chunk.subarray(start));
  }
  if (rest.some((bytes) => bytes.length > 0)) yield Buffer.concat(rest).toString();
  return undefined;
}
