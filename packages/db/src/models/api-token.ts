import {
  DataTypes,
  type BelongsToManySetAssociationsMixin,
  type CreationOptional,
  type NonAttribute,
  type Optional,
  type Sequelize,
} from 'sequelize';
import { limits, type TokenScope } from '@ai-providers/contracts';
import { portsOf } from '../ports.js';
import type { AIProvider } from './ai-provider.js';
import { BaseModel, baseColumns, type BaseAttributes } from './base-model.js';
import type { User } from './user.js';

export interface ApiTokenAttributes extends BaseAttributes {
  userId: string;
  name: string;
  /** SHA-256 of the whole token, in hex. */
  tokenHash: string;
  last4: string;
  scopes: TokenScope[];
  /** Whether it is limited to no providers. With false, to those that it is tied to and that still exist. */
  allProviders: CreationOptional<boolean>;
  /** Addresses and ranges that it may be used from; empty for anywhere. */
  allowedIps: CreationOptional<string[]>;
  expiresAt: CreationOptional<Date | null>;
  lastUsedAt: CreationOptional<Date | null>;
  lastUsedIp: CreationOptional<string | null>;
  lastRefusedAt: CreationOptional<Date | null>;
  lastRefusedIp: CreationOptional<string | null>;
  /** Another one has taken its place. */
  replacedAt: CreationOptional<Date | null>;
  revokedAt: CreationOptional<Date | null>;
}
type ApiTokenCreation = Optional<
  ApiTokenAttributes,
  Exclude<keyof ApiTokenAttributes, 'userId' | 'name' | 'tokenHash' | 'last4' | 'scopes'>
>;

/** A program's way in. It never has more rights than its owner has now. */
export class ApiToken extends BaseModel<ApiTokenAttributes, ApiTokenCreation> {
  declare userId: string;
  declare name: string;
  declare tokenHash: string;
  declare last4: string;
  declare scopes: TokenScope[];
  declare allProviders: CreationOptional<boolean>;
  declare allowedIps: CreationOptional<string[]>;
  declare expiresAt: CreationOptional<Date | null>;
  declare lastUsedAt: CreationOptional<Date | null>;
  declare lastUsedIp: CreationOptional<string | null>;
  declare lastRefusedAt: CreationOptional<Date | null>;
  declare lastRefusedIp: CreationOptional<string | null>;
  declare replacedAt: CreationOptional<Date | null>;
  declare revokedAt: CreationOptional<Date | null>;
  declare user?: NonAttribute<User>;
  declare providers?: NonAttribute<AIProvider[]>;
  declare setProviders: BelongsToManySetAssociationsMixin<AIProvider, string>;

  // behaviour

  get state(): 'active' | 'expired' | 'revoked' {
    if (this.revokedAt || !this.isActive) return 'revoked';
    return this.expiresAt && this.expiresAt <= portsOf(this.sequelize).now() ? 'expired' : 'active';
  }

  /** The slugs of the only providers that it reaches, once they are loaded; null for all. */
  get onlyProviders(): string[] | null {
    return this.allProviders ? null : (this.providers ?? []).map(({ slug }) => slug);
  }

  override toJSON(): object {
    return { ...super.toJSON(), tokenHash: undefined };
  }
}

export function initApiToken(sequelize: Sequelize): void {
  ApiToken.init(
    {
      ...baseColumns,
      userId: { type: DataTypes.BIGINT, allowNull: false },
      name: { type: DataTypes.STRING(limits.tokenName), allowNull: false },
      tokenHash: { type: DataTypes.CHAR(64), allowNull: false },
      last4: { type: DataTypes.STRING(4), allowNull: false },
      scopes: { type: DataTypes.JSONB, allowNull: false },
      allProviders: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: true },
      allowedIps: { type: DataTypes.JSONB, allowNull: false, defaultValue: [] },
      expiresAt: { type: DataTypes.DATE },
      lastUsedAt: { type: DataTypes.DATE },
      lastUsedIp: { type: DataTypes.STRING(45) },
      lastRefusedAt: { type: DataTypes.DATE },
      lastRefusedIp: { type: DataTypes.STRING(45) },
      replacedAt: { type: DataTypes.DATE },
      revokedAt: { type: DataTypes.DATE },
    },
    { sequelize, modelName: 'ApiToken', tableName: 'api_tokens' },
  );
}
