import { migrate } from '../migrate.js';
import { runCommand } from './run-command.js';

await runCommand(async ({ database }, log) => {
  const names = await migrate(database.sequelize, log);
  return names.length > 0 ? `Migrated: ${names.join(', ')}` : 'Nothing to migrate';
});
