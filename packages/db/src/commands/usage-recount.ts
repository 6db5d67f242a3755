import { recountUsage } from '../usage/recount-usage.js';
import { usageDrift, type UsageDrift } from '../usage/usage-drift.js';
import { runAlone } from './run-alone.js';
import { runCommand } from './run-command.js';

function reportOf(before: UsageDrift, after: UsageDrift) {
  const left = sumOf(after);
  const kinds = Object.entries(before).flatMap(([kind, count]) => (count > 0 ? [`${kind} ${count}`] : []));
  const found =
    kinds.length > 0
      ? `Counters that differed from the ledger: ${kinds.join(', ')}.`
      : 'No counter differed from the ledger.';
  return { text: left > 0 ? `${found}\n${left} still do: run this again.` : found, failed: left > 0 };
}

function sumOf({ months, settings, providers, models, rollups, days }: UsageDrift): number {
  return months + settings + providers + models + rollups + days;
}

await runCommand({
  name: 'usage:recount',
  purpose: `Counts every request of the usage ledger again, and sets right the counters of months, admins, providers and
models that differ from it. Servers may go on working.`,
  async run({ database, progress }) {
    return runAlone(database, 'usage:recount', async () => {
      progress('comparing the counters with the ledger');
      const before = await usageDrift(database.sequelize);
      const onProgress = (settings: number) => {
        if (settings % 1000 === 0) progress(`${settings} counters of admins`);
      };
      progress('counting again');
      await recountUsage(database.sequelize, onProgress);
      progress('comparing once more');
      return reportOf(before, await usageDrift(database.sequelize));
    });
  },
});
