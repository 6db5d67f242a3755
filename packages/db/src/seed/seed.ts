import type { Sequelize } from 'sequelize';
import { audited, bySystem, type AuditFacts } from '../audit/audited.js';
import type { Log } from '../log.js';
import { AIProvider } from '../models/ai-provider.js';
import { portsOf } from '../ports.js';
import { readState, writeState } from '../system-state.js';
import { addModels, addProviders, draftProviders, type Count } from './add-missing.js';
import { catalogue } from './catalogue/index.js';
import { readProviderKeys } from './provider-keys.js';

export interface SeedOptions {
  /** Holds the shared keys of providers, such as `OPENAI_API_KEY`. Nothing else in it is read. */
  env: Record<string, string | undefined>;
  /** A UTC day, `YYYY-MM-DD`: models that are shut down by then are added inactive. */
  today?: string;
  log?: Log;
}

/** What a run of the seed found and added. */
export interface SeedResult {
  providers: Count;
  models: Count;
  /** The slugs of providers that got their shared key from the environment. */
  keysSet: string[];
}

/**
 * Adds what is missing of the catalogue: providers by slug, else by name; models by provider and model id. A row that
 * exists is never changed, and a key goes only into a provider that this run adds: a key that an admin removed stays
 * removed. What an admin deleted comes back; inactive rows stay as they are.
 */
export function seed(options: SeedOptions): Promise<SeedResult> {
  return run(options);
}

/**
 * Seeds an installation that was never seeded and has no provider yet, and leaves every other one alone, so that
 * what an admin deleted does not come back with a restart.
 * @returns null where there was nothing to do
 */
export async function seedIfFresh(options: SeedOptions): Promise<SeedResult | null> {
  if (!(await isFresh())) return null;
  try {
    return await run(options, { onlyIfFresh: true });
  } catch (error) {
    if (error instanceof SeededMeanwhile) return null;
    throw error;
  }
}

/** Another instance was first; rolls the transaction back. */
class SeededMeanwhile extends Error {}

async function isFresh(): Promise<boolean> {
  return (await readState(connection(), 'seeded')) === null && (await AIProvider.count()) === 0;
}

async function run(options: SeedOptions, { onlyIfFresh = false } = {}): Promise<SeedResult> {
  const sequelize = connection();
  const { now, log } = portsOf(sequelize);
  const today = options.today ?? now().toISOString().slice(0, 10);
  const drafts = draftProviders(readProviderKeys(options.env));
  const result = await audited(bySystem, async () => {
    await takeTurn(sequelize);
    if (onlyIfFresh && !(await isFresh())) throw new SeededMeanwhile();
    const found = await addProviders(drafts);
    const models = await addModels(found.idOf, today);
    await writeState(sequelize, 'seeded', catalogue.factsAsOf);
    const { providers, keysSet } = found;
    return [{ providers, models, keysSet }, factsOf({ providers, models, keysSet })];
  });
  (options.log ?? log).info({ ...result, factsAsOf: catalogue.factsAsOf }, 'catalogue seeded');
  return result;
}

/** Instances that seed together follow one another: the second finds everything in place. */
async function takeTurn(sequelize: Sequelize): Promise<void> {
  await sequelize.query('set local lock_timeout = 0');
  await sequelize.query('set local statement_timeout = 0');
  await sequelize.query("select pg_advisory_xact_lock(hashtext('ai-providers seed'))");
}

function factsOf({ providers, models, keysSet }: SeedResult): AuditFacts {
  return {
    action: 'seed.run',
    target: { type: 'catalogue', publicId: null, label: `Catalogue of ${catalogue.factsAsOf}` },
    changes: [
      { field: 'providers', from: providers.existing, to: providers.existing + providers.added },
      { field: 'models', from: models.existing, to: models.existing + models.added },
      { field: 'keysSet', to: keysSet },
    ],
  };
}

function connection(): Sequelize {
  if (!AIProvider.sequelize) throw new Error('AIProvider is not bound to a database: call createDatabase first');
  return AIProvider.sequelize;
}
