import { DataTypes, type CreationOptional, type Optional, type Sequelize } from 'sequelize';
import { limits, type Preferences } from '@ai-providers/contracts';
import { BaseModel, baseColumns, type BaseAttributes } from './base-model.js';

export interface UserAttributes extends BaseAttributes {
  email: string;
  name: string;
  /** argon2id, in the PHC text form; '' until an invited admin sets a password. */
  passwordHash: string;
  isSuperuser: CreationOptional<boolean>;
  isAdminFull: CreationOptional<boolean>;
  lastLoginAt: CreationOptional<Date | null>;
  /** How the panel looks to them. */
  preferences: CreationOptional<Preferences>;
}
type UserCreation = Optional<
  UserAttributes,
  keyof BaseAttributes | 'isSuperuser' | 'isAdminFull' | 'lastLoginAt' | 'preferences'
>;

/** Somebody who may sign in. */
export class User extends BaseModel<UserAttributes, UserCreation> {
  declare email: string;
  declare name: string;
  declare passwordHash: string;
  declare isSuperuser: CreationOptional<boolean>;
  declare isAdminFull: CreationOptional<boolean>;
  declare lastLoginAt: CreationOptional<Date | null>;
  declare preferences: CreationOptional<Preferences>;

  // finders

  /** @param email in small letters, as the contracts make it */
  static findByEmail(email: string): Promise<User | null> {
    return this.findOne({ where: { email } });
  }

  // behaviour

  /** Every other active user is a normal admin. */
  get isSuper(): boolean {
    return this.isSuperuser || this.isAdminFull;
  }

  /** What to call them where there is room for one word. */
  get displayName(): string {
    return this.name || this.email;
  }

  /** Whoever sets no password stays invited: no password fits an empty hash. */
  get state(): 'active' | 'invited' | 'disabled' {
    if (!this.isActive) return 'disabled';
    return this.passwordHash === '' ? 'invited' : 'active';
  }

  override toJSON(): object {
    return { ...super.toJSON(), passwordHash: undefined };
  }
}

export function initUser(sequelize: Sequelize): void {
  User.init(
    {
      ...baseColumns,
      email: {
        type: DataTypes.STRING(limits.email),
        allowNull: false,
        set(value: string) {
          this.setDataValue('email', value.trim().toLowerCase());
        },
      },
      name: { type: DataTypes.STRING(limits.userName), allowNull: false, defaultValue: '' },
      passwordHash: { type: DataTypes.TEXT, allowNull: false },
      isSuperuser: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
      isAdminFull: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
      lastLoginAt: { type: DataTypes.DATE },
      preferences: { type: DataTypes.JSONB, allowNull: false, defaultValue: {} },
    },
    { sequelize, modelName: 'User', tableName: 'users' },
  );
}
