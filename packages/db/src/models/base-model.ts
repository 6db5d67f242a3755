import { DataTypes, Model, type CreationOptional, type ModelAttributeColumnOptions, type ModelStatic } from 'sequelize';
import { notFound } from '../errors.js';

/** The columns that every entity has. */
export interface BaseAttributes {
  /** Never leaves the server. A bigint, and so a string. */
  id: CreationOptional<string>;
  /** The only id in APIs and addresses. */
  publicId: CreationOptional<string>;
  isActive: CreationOptional<boolean>;
  createdAt: CreationOptional<Date>;
  updatedAt: CreationOptional<Date>;
}

export const baseColumns = {
  id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
  publicId: { type: DataTypes.UUID, allowNull: false, defaultValue: DataTypes.UUIDV4 },
  isActive: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: true },
  createdAt: { type: DataTypes.DATE },
  updatedAt: { type: DataTypes.DATE },
} satisfies Record<keyof BaseAttributes, ModelAttributeColumnOptions>;

/** What every entity can do. */
export abstract class BaseModel<Attributes extends object, Creation extends object = Attributes> extends Model<
  Attributes,
  Creation
> {
  declare id: CreationOptional<string>;
  declare publicId: CreationOptional<string>;
  declare isActive: CreationOptional<boolean>;
  declare createdAt: CreationOptional<Date>;
  declare updatedAt: CreationOptional<Date>;

  // finders

  static findByPublicId<M extends Model>(this: ModelStatic<M>, publicId: string): Promise<M | null> {
    return this.findOne({ where: { publicId } as never }); // Sequelize cannot see a generic model's columns
  }

  static async findByPublicIdOrThrow<M extends Model>(this: ModelStatic<M>, publicId: string): Promise<M> {
    const row = await this.findOne({ where: { publicId } as never }); // as above
    if (!row) throw notFound();
    return row;
  }
}

/** Columns that are never written from outside and that no audit row lists. */
export const bookkeepingColumns = ['id', 'publicId', 'createdAt', 'updatedAt'] as const;
