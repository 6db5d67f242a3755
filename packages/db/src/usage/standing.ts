import type { KeyDecision } from '@ai-providers/contracts';
import { QueryTypes, type Sequelize } from 'sequelize';
import { LruMap } from '../cache/lru-map.js';
import { notFound } from '../errors.js';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import { AIProvider } from '../models/ai-provider.js';
import { User } from '../models/user.js';
import { onePerDatabase } from '../per-database.js';
import { currentTransaction } from '../transaction-context.js';
import { decisionStamp } from './decision-stamp.js';

/** What is known of an admin, a provider and a model, and the fingerprint by which that is found out of date. */
export interface Standing {
  adminId: string;
  providerId: string;
  providerSlug: string;
  /** Null until the first request is counted. */
  settingsId: string | null;
  decision: KeyDecision;
  decisionStamp: string;
  model: { id: string | null; pricingInput: string | null; pricingOutput: string | null; pricing: unknown };
}

/** Whose standing with which provider, for which of its models. */
export interface StandingOf {
  adminId: string;
  provider: string;
  model: string | null;
}

const maxRemembered = 10_000;
const memoryOf = onePerDatabase(() => new LruMap<string, Standing>(maxRemembered));

/** The standing as it was read last; whoever acts on it has its stamps compared. @throws DomainError `NOT_FOUND` */
export async function standingOf(sequelize: Sequelize, of: StandingOf): Promise<Standing> {
  const known = currentTransaction() ? undefined : memoryOf(sequelize).get(keyOf(of));
  return known ?? readStanding(sequelize, of);
}

/** Reads it anew, and makes the settings row where a key is given and there is none yet. */
export async function readStanding(sequelize: Sequelize, of: StandingOf): Promise<Standing> {
  memoryOf(sequelize).delete(keyOf(of));
  const standing = await load(sequelize, of);
  if (!standing.decision.allowed) return standing;
  if (standing.settingsId === null) {
    const { adminId, providerId } = standing;
    await AdminProviderSettings.ensureStored({ adminId, providerId });
    return readStanding(sequelize, of);
  }
  // What a transaction changed it sees under the revision of before: it neither takes nor leaves anything here.
  if (!currentTransaction()) memoryOf(sequelize).set(keyOf(of), standing);
  return standing;
}

// Neither an id nor a slug holds a space.
const keyOf = ({ adminId, provider, model }: StandingOf) => `${adminId} ${provider} ${model ?? ''}`;

interface Facts {
  admin: object;
  provider: object & { id: string };
  settings: object & { id: string | null };
  model: { id: string | null; pricingInput: string | null; pricingOutput: string | null };
  pricing: unknown;
  decisionStamp: string;
}

/** One statement for the facts and their fingerprint: read apart, they could belong to two moments. */
const factsSql = `
  select
    json_build_object('id', u.id::text, 'isActive', u.is_active, 'isSuperuser', u.is_superuser, 'isAdminFull', u.is_admin_full)
      as admin,
    json_build_object('id', p.id::text, 'publicId', p.public_id, 'isActive', p.is_active,
      'allowPersonalKeys', p.allow_personal_keys, 'allowSharedForNormalAdmins', p.allow_shared_for_normal_admins,
      'sharedApiKey', p.shared_api_key, 'sharedApiKeyBinding', p.shared_api_key_binding) as provider,
    json_build_object('id', s.id::text, 'publicId', s.public_id, 'adminId', u.id::text, 'providerId', p.id::text,
      'useSharedApi', coalesce(s.use_shared_api, true), 'personalApiKey', coalesce(s.personal_api_key, ''),
      'personalApiKeyBinding', s.personal_api_key_binding) as settings,
    json_build_object('id', m.id::text, 'pricingInput', m.pricing_input::text, 'pricingOutput', m.pricing_output::text) as model,
    m.config -> 'pricing' as pricing, ${decisionStamp}::text as "decisionStamp"
  from ai_providers p cross join users u
    left join admin_provider_settings s on s.admin_id = u.id and s.provider_id = p.id
    left join ai_models m on m.provider_id = p.id and m.model_id = $model::varchar
  where p.slug = $provider and u.id = $adminId`;

async function load(sequelize: Sequelize, of: StandingOf): Promise<Standing> {
  const [facts] = await sequelize.query<Facts>(factsSql, { bind: { ...of }, type: QueryTypes.SELECT });
  if (!facts) throw notFound();
  const stored = { raw: true, isNewRecord: false };
  const admin = User.build(facts.admin as never, stored); // only the attributes that the decision asks for
  const provider = AIProvider.build(facts.provider as never, stored); // as above
  const settings = AdminProviderSettings.build(facts.settings as never, stored); // as above
  return {
    adminId: of.adminId,
    providerId: facts.provider.id,
    providerSlug: of.provider,
    settingsId: facts.settings.id,
    decision: settings.attach(admin, provider).explainKey(),
    decisionStamp: facts.decisionStamp,
    model: { ...facts.model, pricing: facts.pricing },
  };
}
