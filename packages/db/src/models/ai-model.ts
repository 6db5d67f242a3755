import {
  DataTypes,
  QueryTypes,
  type CreationOptional,
  type NonAttribute,
  type Optional,
  type Sequelize,
} from 'sequelize';
import { limits, type Capability, type JsonObject, type ModelProjection } from '@ai-providers/contracts';
import { cacheKeys } from '../cache/cache-keys.js';
import { dayOf, isRetiredOn } from '../lifecycle.js';
import { CacheMixin, installCacheHooks } from '../mixins/cached.js';
import type { Row } from '../mixins/row.js';
import { portsOf } from '../ports.js';
import { currentTransaction } from '../transaction-context.js';
import type { AIProvider } from './ai-provider.js';
import { BaseModel, baseColumns, type BaseAttributes } from './base-model.js';

export interface AIModelAttributes extends BaseAttributes {
  providerId: string;
  name: string;
  /** The id that the provider's own API uses. */
  modelId: string;
  displayName: string;
  capabilities: CreationOptional<Capability[]>;
  /** US dollars per 1 million tokens, as a decimal string. */
  pricingInput: CreationOptional<string | null>;
  pricingOutput: CreationOptional<string | null>;
  maxTokens: CreationOptional<number | null>;
  contextWindow: CreationOptional<number | null>;
  config: CreationOptional<JsonObject>;
  totalRequests: CreationOptional<string>;
  sortOrder: CreationOptional<number>;
}
type AIModelCreation = Optional<
  AIModelAttributes,
  Exclude<keyof AIModelAttributes, 'providerId' | 'name' | 'modelId' | 'displayName'>
>;

/** A model that a provider serves. */
export class AIModel extends CacheMixin(BaseModel<AIModelAttributes, AIModelCreation>, {
  keysOf: keysOfModel,
  patterns: ['ai_models_*'],
}) {
  declare providerId: string;
  declare name: string;
  declare modelId: string;
  declare displayName: string;
  declare capabilities: CreationOptional<Capability[]>;
  declare pricingInput: CreationOptional<string | null>;
  declare pricingOutput: CreationOptional<string | null>;
  declare maxTokens: CreationOptional<number | null>;
  declare contextWindow: CreationOptional<number | null>;
  declare config: CreationOptional<JsonObject>;
  declare totalRequests: CreationOptional<string>;
  declare sortOrder: CreationOptional<number>;
  declare provider?: NonAttribute<AIProvider>;

  // finders

  /** Active models of an active provider, in one query, cached. */
  static getModelsByProvider(
    slug: string,
    { capability }: { capability?: Capability } = {},
  ): Promise<readonly ModelProjection[]> {
    return cached(cacheKeys.modelsOfProvider(slug, capability), () => projections({ slug, capability }));
  }

  /** Active models of all active providers that have a capability, cached. */
  static getModelsByCapability(capability: Capability): Promise<readonly ModelProjection[]> {
    return cached(cacheKeys.modelsWithCapability(capability), () => projections({ capability }));
  }

  // behaviour

  hasCapability(capability: Capability): boolean {
    return this.capabilities.includes(capability);
  }

  /** Whether its provider no longer serves it, as far as its config says. */
  isRetired(): boolean {
    return isRetiredOn(this.config, dayOf(portsOf(AIModel.sequelize).now()));
  }
}

function cached<T>(key: string, load: () => Promise<T>): Promise<T> {
  const { cache } = portsOf(AIModel.sequelize);
  return cache.getOrLoad(key, load, { bypass: currentTransaction() !== undefined });
}

// Plain SQL: a join through model instances takes four times as long for 500 rows.
const projectionSql = `
  select m.public_id as "publicId", p.slug as "providerSlug", p.display_name as "providerDisplayName", m.name,
    m.model_id as "modelId", m.display_name as "displayName", m.capabilities, m.pricing_input as "pricingInput",
    m.pricing_output as "pricingOutput", m.max_tokens as "maxTokens", m.context_window as "contextWindow",
    m.sort_order as "sortOrder"
  from ai_models m join ai_providers p on p.id = m.provider_id
  where m.is_active and p.is_active
    and ($slug::text is null or p.slug = $slug)
    and ($capability::text is null or m.capabilities @> jsonb_build_array($capability::text))
  order by p.sort_order, p.name, m.sort_order, m.name, m.id`;

type ProjectionRow = Omit<ModelProjection, 'provider'> & { providerSlug: string; providerDisplayName: string };

async function projections(where: { slug?: string; capability?: Capability | undefined }): Promise<ModelProjection[]> {
  const { sequelize } = portsOfModel();
  const rows = await sequelize.query<ProjectionRow>(projectionSql, {
    bind: { slug: where.slug ?? null, capability: where.capability ?? null },
    type: QueryTypes.SELECT,
  });
  return rows.map(({ providerSlug, providerDisplayName, ...model }) => ({
    ...model,
    provider: { slug: providerSlug, displayName: providerDisplayName },
  }));
}

function portsOfModel(): { sequelize: Sequelize } {
  if (!AIModel.sequelize) throw new Error('AIModel is not bound to a database: call createDatabase first');
  return { sequelize: AIModel.sequelize };
}

// Clearing any key outdates every cached value; these are the ones that are deleted at once, too.
function keysOfModel(_row: Row): string[] {
  return cacheKeys.everyCapability();
}

export function initAIModel(sequelize: Sequelize): void {
  AIModel.init(
    {
      ...baseColumns,
      providerId: { type: DataTypes.BIGINT, allowNull: false },
      name: { type: DataTypes.STRING(limits.modelName), allowNull: false },
      modelId: { type: DataTypes.STRING(limits.modelId), allowNull: false },
      displayName: { type: DataTypes.STRING(limits.modelDisplayName), allowNull: false },
      capabilities: { type: DataTypes.JSONB, allowNull: false, defaultValue: [] },
      pricingInput: { type: DataTypes.DECIMAL(10, 6) },
      pricingOutput: { type: DataTypes.DECIMAL(10, 6) },
      maxTokens: { type: DataTypes.INTEGER },
      contextWindow: { type: DataTypes.INTEGER },
      config: { type: DataTypes.JSONB, allowNull: false, defaultValue: {} },
      totalRequests: { type: DataTypes.BIGINT, allowNull: false, defaultValue: 0 },
      sortOrder: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
    },
    { sequelize, modelName: 'AIModel', tableName: 'ai_models' },
  );
  installCacheHooks(AIModel);
}
