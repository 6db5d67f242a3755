import { providerKeysIn } from '../environment/data-environment.js';
import { migrate } from '../migrate.js';
import { checkSecrets } from '../secrets-check.js';
import { seed } from '../seed/seed.js';
import { runCommand } from './run-command.js';

await runCommand({
  name: 'db:seed',
  purpose: `Adds the providers and models of the catalogue that are missing, and touches nothing that is there.
Shared keys for providers that it adds come from OPENAI_API_KEY, ANTHROPIC_API_KEY and their like.`,
  withoutSchema: true,
  async run({ database, log }) {
    await migrate(database.sequelize, log);
    await checkSecrets(database.sequelize);
    const { providers, models, keysSet } = await seed({ env: providerKeysIn(process.env), log });
    const keys = keysSet.length > 0 ? ` Keys set: ${keysSet.join(', ')}.` : '';
    return `Added ${providers.added} providers and ${models.added} models; ${providers.existing} and ${models.existing} were there and are unchanged.${keys}`;
  },
});
