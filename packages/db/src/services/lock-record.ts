import type { Model, ModelStatic } from 'sequelize';
import { DomainError, notFound } from '../errors.js';

/**
 * Loads one record and holds it until the transaction ends, so that a change rests on what is stored now.
 * @param expectedUpdatedAt as the caller saw it
 * @throws DomainError `NOT_FOUND`, or `EDIT_CONFLICT` when somebody saved since
 */
export async function lockRecord<M extends Model & { updatedAt: Date }>(
  model: ModelStatic<M>,
  publicId: string,
  expectedUpdatedAt?: string,
): Promise<M> {
  const row = await model.findOne({ where: { publicId } as never, lock: true }); // Sequelize cannot see a generic model's columns
  if (!row) throw notFound();
  assertUnchanged(row, expectedUpdatedAt);
  return row;
}

/** For a record that is held already. @throws DomainError `EDIT_CONFLICT` when somebody saved since */
export function assertUnchanged(row: { updatedAt: Date }, expectedUpdatedAt: string | undefined): void {
  if (expectedUpdatedAt === undefined || new Date(expectedUpdatedAt).getTime() === row.updatedAt.getTime()) return;
  throw editConflict();
}

export const editConflict = () =>
  new DomainError(
    'EDIT_CONFLICT',
    'Somebody else changed this record meanwhile. Load it again and repeat your change.',
  );
