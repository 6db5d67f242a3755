import { DataTypes, type CreationOptional, type Optional, type Sequelize } from 'sequelize';
import { limits, slugPattern, type JsonObject, type ProviderProjection } from '@ai-providers/contracts';
import { cacheKeys } from '../cache/cache-keys.js';
import { CacheMixin, installCacheHooks } from '../mixins/cached.js';
import { EncryptedAPIKeyMixin, encryptedKeyColumns, installKeyBinding } from '../mixins/encrypted-api-key.js';
import type { Row } from '../mixins/row.js';
import { portsOf } from '../ports.js';
import { currentTransaction } from '../transaction-context.js';
import { countForProvider } from '../usage/count-provider.js';
import { BaseModel, baseColumns, type BaseAttributes } from './base-model.js';

export interface AIProviderAttributes extends BaseAttributes {
  name: string;
  slug: string;
  displayName: string;
  website: CreationOptional<string>;
  apiBaseUrl: CreationOptional<string>;
  /** '' or a Fernet token. Plaintext assigned here is sealed by the setter. */
  sharedApiKey: CreationOptional<string>;
  sharedApiKeyLast4: CreationOptional<string | null>;
  sharedApiKeyBinding: CreationOptional<string | null>;
  sharedApiKeyUpdatedAt: CreationOptional<Date | null>;
  allowPersonalKeys: CreationOptional<boolean>;
  /** One global switch per provider. */
  allowSharedForNormalAdmins: CreationOptional<boolean>;
  config: CreationOptional<JsonObject>;
  /** A bigint, and so a string. */
  totalRequests: CreationOptional<string>;
  lastUsedAt: CreationOptional<Date | null>;
  sortOrder: CreationOptional<number>;
}
type AIProviderCreation = Optional<
  AIProviderAttributes,
  Exclude<keyof AIProviderAttributes, 'name' | 'slug' | 'displayName'>
>;

const projected = [
  'publicId',
  'slug',
  'name',
  'displayName',
  'website',
  'allowPersonalKeys',
  'allowSharedForNormalAdmins',
  'sortOrder',
] as const satisfies readonly (keyof ProviderProjection)[];

/** An AI service (OpenAI, Anthropic, …) that the team may call. */
export class AIProvider extends CacheMixin(
  EncryptedAPIKeyMixin(BaseModel<AIProviderAttributes, AIProviderCreation>, {
    attribute: 'sharedApiKey',
    place: () => ['ai_providers'],
  }),
  { keysOf: keysOfProvider, patterns: ['ai_provider*', 'ai_models_*'] },
) {
  declare name: string;
  declare slug: string;
  declare displayName: string;
  declare website: CreationOptional<string>;
  declare apiBaseUrl: CreationOptional<string>;
  declare sharedApiKey: CreationOptional<string>;
  declare allowPersonalKeys: CreationOptional<boolean>;
  declare allowSharedForNormalAdmins: CreationOptional<boolean>;
  declare config: CreationOptional<JsonObject>;
  declare totalRequests: CreationOptional<string>;
  declare lastUsedAt: CreationOptional<Date | null>;
  declare sortOrder: CreationOptional<number>;

  // finders

  /** Active providers by (sort_order, name), cached. */
  static getActiveProviders(): Promise<readonly ProviderProjection[]> {
    return cached(cacheKeys.activeProviders, () => projections({ isActive: true }));
  }

  /** One active provider, cached; null when there is none. */
  static getProviderBySlug(slug: string): Promise<ProviderProjection | null> {
    return cached(cacheKeys.provider(slug), async () => (await projections({ isActive: true, slug }))[0] ?? null);
  }

  static findBySlug(slug: string): Promise<AIProvider | null> {
    return this.findOne({ where: { slug } });
  }

  // behaviour

  /** The shared key in clear. @throws DomainError `KEY_NOT_CONFIGURED` or `KEY_UNREADABLE` */
  getSharedApiKey(): string {
    return this.openStoredKey();
  }

  /** Counts one request of nobody in particular, in one statement. Counts are no part of any cached projection. */
  async incrementUsage(): Promise<void> {
    await countForProvider(this.sequelize, this.id, portsOf(this.sequelize).now());
  }
}

function cached<T>(key: string, load: () => Promise<T>): Promise<T> {
  const { cache } = portsOf(AIProvider.sequelize);
  return cache.getOrLoad(key, load, { bypass: currentTransaction() !== undefined });
}

async function projections(where: { isActive: true; slug?: string }): Promise<ProviderProjection[]> {
  const order: [string, string][] = [
    ['sortOrder', 'ASC'],
    ['name', 'ASC'],
  ];
  const rows: unknown = await AIProvider.findAll({ where, order, attributes: [...projected], raw: true });
  return rows as ProviderProjection[]; // raw rows of exactly these attributes
}

function keysOfProvider(row: Row): string[] {
  const slugs = new Set([row.getDataValue('slug'), row.previous('slug')].filter((slug) => typeof slug === 'string'));
  return [
    cacheKeys.activeProviders,
    ...cacheKeys.everyCapability(),
    ...[...slugs].flatMap((slug) => cacheKeys.everyOfProvider(slug)),
  ];
}

export function initAIProvider(sequelize: Sequelize): void {
  AIProvider.init(
    {
      ...baseColumns,
      name: {
        type: DataTypes.STRING(limits.providerName),
        allowNull: false,
        validate: { len: [1, limits.providerName] },
      },
      slug: {
        type: DataTypes.STRING(limits.slug),
        allowNull: false,
        validate: { is: slugPattern, len: [1, limits.slug] },
      },
      displayName: { type: DataTypes.STRING(limits.providerDisplayName), allowNull: false },
      website: { type: DataTypes.TEXT, allowNull: false, defaultValue: '' },
      apiBaseUrl: { type: DataTypes.TEXT, allowNull: false, defaultValue: '' },
      ...encryptedKeyColumns('sharedApiKey'),
      allowPersonalKeys: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: true },
      allowSharedForNormalAdmins: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
      config: { type: DataTypes.JSONB, allowNull: false, defaultValue: {} },
      totalRequests: { type: DataTypes.BIGINT, allowNull: false, defaultValue: 0 },
      lastUsedAt: { type: DataTypes.DATE },
      sortOrder: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
    },
    { sequelize, modelName: 'AIProvider', tableName: 'ai_providers' },
  );
  installKeyBinding(AIProvider, 'sharedApiKey');
  installCacheHooks(AIProvider);
}
