import { migrate } from '../migrate.js';
import { runCommand } from './run-command.js';

await runCommand({
  name: 'db:migrate',
  purpose: 'Brings the schema of the database up to date. The server does the same when it starts.',
  withoutSchema: true,
  async run({ database, log }) {
    const names = await migrate(database.sequelize, log);
    return names.length > 0 ? `Migrated: ${names.join(', ')}` : 'Nothing to migrate';
  },
});
