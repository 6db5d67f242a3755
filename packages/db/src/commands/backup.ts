import { backup, type BackupResult } from '../backup/backup.js';
import { runCommand } from './run-command.js';

function reportOf(file: string, { header, rows, bytes }: BackupResult): string {
  const keys = Object.entries(header.secretsByKey).flatMap(([id, count]) =>
    count > 0 || id === header.keyId ? [id] : [],
  );
  return [
    `${file}: ${rows} rows of ${header.tables.length} tables in ${bytes} bytes.`,
    header.keyId === null
      ? 'SECRET_KEY is not the one that this database was made with: only who has that one can read the keys in this backup.'
      : `To restore it, the SECRET_KEY of now is needed, also after keys:rotate (${keys.join(', ')}).`,
  ].join('\n');
}

await runCommand({
  name: 'backup',
  purpose: `Writes everything, as it is at one moment, into a new file that only you can read. Servers may go on working;
embedded data has one process at a time, so stop its server first.
The file holds keys encrypted and passwords hashed. SECRET_KEY is not in it: keep that apart, and safe.`,
  argument: { name: 'FILE', help: 'a file that does not exist yet' },
  async run({ database, argument, progress }) {
    let told = 0;
    const onProgress = (done: number, total: number) => {
      if (done < total && done - told < 50_000) return;
      told = done;
      progress(`${done} of ${total} rows`);
    };
    return reportOf(argument, await backup(database.sequelize, argument, { onProgress }));
  },
});
