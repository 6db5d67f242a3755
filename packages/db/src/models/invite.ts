import { DataTypes, type NonAttribute, type Optional, type Sequelize } from 'sequelize';
import { portsOf } from '../ports.js';
import { BaseModel, baseColumns, type BaseAttributes } from './base-model.js';
import type { User } from './user.js';

export interface InviteAttributes extends BaseAttributes {
  userId: string;
  /** SHA-256 of the link's secret, in hex. */
  tokenHash: string;
  expiresAt: Date;
}
type InviteCreation = Optional<InviteAttributes, keyof BaseAttributes>;

/** The one-time link of an account that has no password yet. Accepting it deletes the row. */
export class Invite extends BaseModel<InviteAttributes, InviteCreation> {
  declare userId: string;
  declare tokenHash: string;
  declare expiresAt: Date;
  declare user?: NonAttribute<User>;

  // behaviour

  get hasExpired(): boolean {
    return this.expiresAt <= portsOf(this.sequelize).now();
  }

  override toJSON(): object {
    return { ...super.toJSON(), tokenHash: undefined };
  }
}

export function initInvite(sequelize: Sequelize): void {
  Invite.init(
    {
      ...baseColumns,
      userId: { type: DataTypes.BIGINT, allowNull: false },
      tokenHash: { type: DataTypes.CHAR(64), allowNull: false },
      expiresAt: { type: DataTypes.DATE, allowNull: false },
    },
    { sequelize, modelName: 'Invite', tableName: 'invites' },
  );
}
