import { DataTypes, type CreationOptional, type NonAttribute, type Optional, type Sequelize } from 'sequelize';
import { limits } from '@ai-providers/contracts';
import type { AIProvider } from './ai-provider.js';
import { BaseModel, baseColumns, type BaseAttributes } from './base-model.js';
import type { User } from './user.js';

export interface LimitRequestAttributes extends BaseAttributes {
  adminId: string;
  providerId: string;
  /** What is asked for: requests in a UTC month, null for no limit. */
  monthlyLimit: number | null;
  note: CreationOptional<string>;
}
type LimitRequestCreation = Optional<LimitRequestAttributes, keyof BaseAttributes | 'note'>;

/** A higher limit that an admin waits for, one at most for each provider. Answering deletes the row. */
export class LimitRequest extends BaseModel<LimitRequestAttributes, LimitRequestCreation> {
  declare adminId: string;
  declare providerId: string;
  declare monthlyLimit: number | null;
  declare note: CreationOptional<string>;
  declare admin?: NonAttribute<User>;
  declare provider?: NonAttribute<AIProvider>;

  // finders

  /** What one admin waits for, by the provider's internal id. */
  static async findByProvider(admin: User): Promise<Map<string, LimitRequest>> {
    const open = await this.findAll({ where: { adminId: admin.id } });
    return new Map(open.map((request) => [request.providerId, request]));
  }
}

export function initLimitRequest(sequelize: Sequelize): void {
  LimitRequest.init(
    {
      ...baseColumns,
      adminId: { type: DataTypes.BIGINT, allowNull: false },
      providerId: { type: DataTypes.BIGINT, allowNull: false },
      monthlyLimit: { type: DataTypes.INTEGER },
      note: { type: DataTypes.STRING(limits.limitNote), allowNull: false, defaultValue: '' },
    },
    { sequelize, modelName: 'LimitRequest', tableName: 'limit_requests' },
  );
}
