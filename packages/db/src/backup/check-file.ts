import { migrations } from '../migrations/index.js';
import { BackupError } from './backup-error.js';
import { anyHeader, formatVersion, header, trailer, type BackupHeader } from './format.js';
import { readLines, type Lines } from './read-lines.js';

/**
 * Reads a backup to its end and tells whether this release can restore it, before anything is touched.
 * @throws BackupError for a file that is no backup, of another release, cut off or changed
 */
export async function checkFile(file: string): Promise<BackupHeader> {
  const lines = readLines(file);
  try {
    const read = readHeader(await lines.next(), file);
    for (let left = rowsOf(read); left > 0; left -= 1) if ((await lines.next()) === null) throw cutOff(file);
    await requireTrailer(lines, file);
    return read;
  } finally {
    lines.close();
  }
}

/** How many rows a backup holds. */
export const rowsOf = ({ tables }: BackupHeader): number => tables.reduce((sum, { rows }) => sum + rows, 0);

function readHeader(line: string | null, file: string): BackupHeader {
  const first = parsed(line);
  const any = anyHeader.safeParse(first);
  if (!any.success) throw new BackupError(`${file} is no backup of this system. Nothing was restored.`);
  if (any.data.version !== formatVersion)
    throw new BackupError(
      `${file} has format ${any.data.version}, and this release reads format ${formatVersion}. Use the release that made it.`,
    );
  const result = header.safeParse(first);
  if (!result.success) throw new BackupError(`The first line of ${file} is damaged. Nothing was restored.`);
  const ours = new Set(migrations.map(({ name }) => name));
  const unknown = result.data.migrations.filter((name) => !ours.has(name));
  if (unknown.length > 0)
    throw new BackupError(`${file} was made by a newer release (${unknown.join(', ')}). Restore it with that one.`);
  return result.data;
}

async function requireTrailer(lines: Lines, file: string): Promise<void> {
  const end = trailer.safeParse(parsed(await lines.next()));
  if (!end.success) throw cutOff(file);
  const changed = end.data.sha256 !== lines.digestBeforeLast();
  if (changed || (await lines.next()) !== null)
    throw new BackupError(`${file} was changed since it was written. Nothing was restored.`);
}

function parsed(line: string | null): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch {
    return null; // half a line, as good as none
  }
}

const cutOff = (file: string) => new BackupError(`${file} is cut off. Nothing was restored.`);
