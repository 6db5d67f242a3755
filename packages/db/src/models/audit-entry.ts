import { DataTypes, Model, type CreationOptional, type Sequelize } from 'sequelize';
import type { AuditAction } from '@ai-providers/contracts';

/** A changed field; the values stand beside it only where it is no secret. */
export interface AuditChange {
  field: string;
  from?: unknown;
  to?: unknown;
}

export interface AuditEntryAttributes {
  /** Its place in the chain, from 1 and without gaps. */
  id: string;
  publicId: CreationOptional<string>;
  occurredAt: Date;
  action: AuditAction;
  actorPublicId: string | null;
  actorLabel: string;
  targetType: string;
  targetPublicId: string | null;
  targetLabel: string;
  changes: AuditChange[];
  via: 'session' | 'token' | 'system';
  /** The session or the token that it was done with. */
  viaPublicId: string | null;
  ip: string | null;
  /** As the caller's program calls itself. */
  userAgent: string | null;
  requestId: string | null;
  previousHash: string;
  hash: string;
}

/** One thing that was done. Rows are added and never changed, so it has neither `isActive` nor `updatedAt`. */
export class AuditEntry extends Model<AuditEntryAttributes, Omit<AuditEntryAttributes, 'publicId'>> {
  declare id: string;
  declare publicId: CreationOptional<string>;
  declare occurredAt: Date;
  declare action: AuditAction;
  declare actorPublicId: string | null;
  declare actorLabel: string;
  declare targetType: string;
  declare targetPublicId: string | null;
  declare targetLabel: string;
  declare changes: AuditChange[];
  declare via: 'session' | 'token' | 'system';
  declare viaPublicId: string | null;
  declare ip: string | null;
  declare userAgent: string | null;
  declare requestId: string | null;
  declare previousHash: string;
  declare hash: string;
}

export function initAuditEntry(sequelize: Sequelize): void {
  AuditEntry.init(
    {
      id: { type: DataTypes.BIGINT, primaryKey: true },
      publicId: { type: DataTypes.UUID, allowNull: false, defaultValue: DataTypes.UUIDV4 },
      occurredAt: { type: DataTypes.DATE, allowNull: false },
      action: { type: DataTypes.STRING(50), allowNull: false },
      actorPublicId: { type: DataTypes.UUID },
      actorLabel: { type: DataTypes.STRING(254), allowNull: false },
      targetType: { type: DataTypes.STRING(50), allowNull: false },
      targetPublicId: { type: DataTypes.UUID },
      targetLabel: { type: DataTypes.STRING(254), allowNull: false },
      changes: { type: DataTypes.JSONB, allowNull: false, defaultValue: [] },
      via: { type: DataTypes.STRING(10), allowNull: false },
      viaPublicId: { type: DataTypes.UUID },
      ip: { type: DataTypes.STRING(45) },
      userAgent: { type: DataTypes.STRING(300) },
      requestId: { type: DataTypes.STRING(64) },
      previousHash: { type: DataTypes.CHAR(64), allowNull: false },
      hash: { type: DataTypes.CHAR(64), allowNull: false },
    },
    { sequelize, modelName: 'AuditEntry', tableName: 'audit_log', timestamps: false },
  );
}
