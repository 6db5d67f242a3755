import { DataTypes, type CreationOptional, type NonAttribute, type Optional, type Sequelize } from 'sequelize';
import { limits, type TokenScope } from '@ai-providers/contracts';
import { portsOf } from '../ports.js';
import { BaseModel, baseColumns, type BaseAttributes } from './base-model.js';
import type { User } from './user.js';

export interface ApiTokenAttributes extends BaseAttributes {
  userId: string;
  name: string;
  /** SHA-256 of the whole token, in hex. */
  tokenHash: string;
  last4: string;
  scopes: TokenScope[];
  expiresAt: CreationOptional<Date | null>;
  lastUsedAt: CreationOptional<Date | null>;
  revokedAt: CreationOptional<Date | null>;
}
type ApiTokenCreation = Optional<ApiTokenAttributes, keyof BaseAttributes | 'expiresAt' | 'lastUsedAt' | 'revokedAt'>;

/** A program's way in. It never has more rights than its owner has now. */
export class ApiToken extends BaseModel<ApiTokenAttributes, ApiTokenCreation> {
  declare userId: string;
  declare name: string;
  declare tokenHash: string;
  declare last4: string;
  declare scopes: TokenScope[];
  declare expiresAt: CreationOptional<Date | null>;
  declare lastUsedAt: CreationOptional<Date | null>;
  declare revokedAt: CreationOptional<Date | null>;
  declare user?: NonAttribute<User>;

  // behaviour

  get state(): 'active' | 'expired' | 'revoked' {
    if (this.revokedAt || !this.isActive) return 'revoked';
    return this.expiresAt && this.expiresAt <= portsOf(this.sequelize).now() ? 'expired' : 'active';
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
      expiresAt: { type: DataTypes.DATE },
      lastUsedAt: { type: DataTypes.DATE },
      revokedAt: { type: DataTypes.DATE },
    },
    { sequelize, modelName: 'ApiToken', tableName: 'api_tokens' },
  );
}
