import { DataTypes, type CreationOptional, type NonAttribute, type Optional, type Sequelize } from 'sequelize';
import { BaseModel, baseColumns, type BaseAttributes } from './base-model.js';
import type { User } from './user.js';

export interface SessionAttributes extends BaseAttributes {
  userId: string;
  /** SHA-256 of the cookie's value, in hex. */
  tokenHash: string;
  /** The absolute end, whatever is done with it. */
  expiresAt: Date;
  lastSeenAt: Date;
  ip: CreationOptional<string | null>;
  userAgent: CreationOptional<string | null>;
}
type SessionCreation = Optional<SessionAttributes, keyof BaseAttributes | 'ip' | 'userAgent'>;

/** Somebody signed in with a browser. The row is the session: deleting it signs out. */
export class Session extends BaseModel<SessionAttributes, SessionCreation> {
  declare userId: string;
  declare tokenHash: string;
  declare expiresAt: Date;
  declare lastSeenAt: Date;
  declare ip: CreationOptional<string | null>;
  declare userAgent: CreationOptional<string | null>;
  declare user?: NonAttribute<User>;

  override toJSON(): object {
    return { ...super.toJSON(), tokenHash: undefined };
  }
}

export function initSession(sequelize: Sequelize): void {
  Session.init(
    {
      ...baseColumns,
      userId: { type: DataTypes.BIGINT, allowNull: false },
      tokenHash: { type: DataTypes.CHAR(64), allowNull: false },
      expiresAt: { type: DataTypes.DATE, allowNull: false },
      lastSeenAt: { type: DataTypes.DATE, allowNull: false },
      ip: { type: DataTypes.STRING(45) },
      userAgent: { type: DataTypes.STRING(300) },
    },
    { sequelize, modelName: 'Session', tableName: 'sessions' },
  );
}
