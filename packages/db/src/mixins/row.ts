import type { Sequelize } from 'sequelize';

/**
 * The part of a Sequelize model that a mixin uses. Constrained by `Model` itself, a mixin would lose the
 * checks on the columns of the class that it extends.
 */
export interface Row {
  isNewRecord: boolean;
  sequelize: Sequelize;
  getDataValue(key: string): unknown;
  setDataValue(key: string, value: unknown): void;
  changed(key: string): boolean;
  previous(key: string): unknown;
  toJSON(): object;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- TypeScript demands any[] of a mixin's constructor (TS2545)
export type RowClass = abstract new (...args: any[]) => Row;
