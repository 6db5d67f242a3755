import { restore } from '../backup/restore.js';
import { runCommand } from './run-command.js';

const unreadable =
  'SECRET_KEY does not open the keys in it: the server will start, hand out no key and store none until it has the right one.';

await runCommand({
  name: 'restore',
  purpose: `Fills an empty database from a backup, all of it or nothing, on PostgreSQL or embedded, whichever it came from.
Run it before any server starts on that database; an older backup is brought up to date.`,
  argument: { name: 'FILE', help: 'what `backup` has written' },
  options: { 'allow-other-key': { help: 'restores although SECRET_KEY opens none of its keys' } },
  withoutSchema: true,
  async run({ database, argument, options, progress }) {
    progress('checking the file');
    let told = 0;
    const onProgress = (done: number, total: number) => {
      if (done < total && done - told < 50_000) return;
      told = done;
      progress(`${done} of ${total} rows`);
    };
    const allowOtherKey = options['allow-other-key'] === true;
    const { header, rows, secrets } = await restore(database.sequelize, argument, { allowOtherKey, onProgress });
    const text = `${rows} rows of ${header.tables.length} tables were restored, as they were at ${header.createdAt}.`;
    return secrets === 'ok' ? text : `${text}\n${unreadable}`;
  },
});
