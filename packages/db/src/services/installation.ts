import { QueryTypes, type Sequelize } from 'sequelize';
import type { setupSteps } from '@ai-providers/contracts/names';
import { AIProvider } from '../models/ai-provider.js';
import { defaultMonthlyLimit } from '../models/admin-provider-settings.js';
import { portsOf } from '../ports.js';
import { notedDrift, type NotedDrift } from '../usage/noted-drift.js';
import { listLimitRequests, type OpenLimitRequest } from './limit-requests.js';
import { providerOrder } from './list-providers.js';
import { nearLimits, type NearLimits } from './near-limits.js';
import { orderBy } from './search.js';

type SetupStep = (typeof setupSteps)[number];

/** What a super admin should know of an installation at a glance. */
export interface Installation {
  counts: { providers: number; activeProviders: number; activeModels: number };
  /** What of the first steps is done. */
  setup: Record<SetupStep, boolean>;
  limitRequests: OpenLimitRequest[];
  nearLimits: NearLimits;
  /** Active providers that lack the shared key they take, and with one that cannot be read. */
  keys: { missing: AIProvider[]; unreadable: AIProvider[] };
  retired: RetiredModels[];
  drift: NotedDrift | null;
}

/** Active models of one active provider that their known config calls shut down. */
export interface RetiredModels {
  slug: string;
  displayName: string;
  models: string[];
}

const maxNearLimits = 10;

export async function installation(sequelize: Sequelize): Promise<Installation> {
  const [facts] = await sequelize.query<Installation['counts'] & Installation['setup']>(factsSql, {
    bind: { defaultMonthlyLimit },
    type: QueryTypes.SELECT,
  });
  if (!facts) throw new Error('The installation gave no row');
  const { providers, activeProviders, activeModels, ...setup } = facts;
  return {
    counts: { providers, activeProviders, activeModels },
    setup,
    limitRequests: await listLimitRequests(sequelize),
    nearLimits: await nearLimits(sequelize, maxNearLimits),
    keys: await keysAtFault(),
    retired: await retiredModels(sequelize),
    drift: await notedDrift(sequelize),
  };
}

const factsSql = `
select (select count(*)::int from ai_providers) as providers,
  (select count(*)::int from ai_providers where is_active) as "activeProviders",
  (select count(*)::int from ai_models m join ai_providers p on p.id = m.provider_id where m.is_active and p.is_active)
    as "activeModels",
  exists (select from ai_providers where shared_api_key <> '') as key,
  exists (select from ai_models m join ai_providers p on p.id = m.provider_id where m.is_active and p.is_active) as model,
  exists (select from users offset 1) as admin,
  exists (
    select from admin_provider_settings
    where monthly_limit is distinct from $defaultMonthlyLimit::int or raised_limit is not null
  ) as "limit",
  exists (select from api_tokens where revoked_at is null) as token`;

/** Whether a key can be read is no question for SQL. It takes a few hashes per provider, and there are not many. */
async function keysAtFault(): Promise<Installation['keys']> {
  const providers = await AIProvider.findAll({
    where: { isActive: true },
    order: orderBy(undefined, providerOrder),
    attributes: ['id', 'publicId', 'slug', 'displayName', 'config', 'sharedApiKey', 'sharedApiKeyBinding'],
  });
  return {
    missing: providers.filter((provider) => !provider.hasStoredKey && takesKey(provider)),
    unreadable: providers.filter((provider) => provider.hasStoredKey && !provider.isStoredKeyReadable()),
  };
}

/** Servers on one's own machine often take none. A copied row may hold anything here. */
function takesKey({ config: { auth } }: AIProvider): boolean {
  return !(typeof auth === 'object' && auth !== null && 'scheme' in auth && auth.scheme === 'none');
}

// Dates are compared as text: a copied row may hold one that is none.
function retiredModels(sequelize: Sequelize): Promise<RetiredModels[]> {
  return sequelize.query<RetiredModels>(
    `select p.slug, p.display_name as "displayName", array_agg(m.display_name order by m.display_name)::text[] as models
     from ai_models m join ai_providers p on p.id = m.provider_id
     where m.is_active and p.is_active and (m.config -> 'lifecycle' ->> 'status' = 'retired'
       or m.config -> 'lifecycle' ->> 'shutdown_date' <= $today)
     group by p.id order by p.sort_order, p.name, p.id`,
    { bind: { today: portsOf(sequelize).now().toISOString().slice(0, 10) }, type: QueryTypes.SELECT },
  );
}
