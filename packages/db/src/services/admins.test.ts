import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bySystem } from '../audit/audited.js';
import { fromDatabase } from '../errors.js';
import { AuditEntry } from '../models/audit-entry.js';
import { User } from '../models/user.js';
import { buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { createAdmin, createFirstAdmin, updateAdmin } from './admins.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => User.destroy({ where: {} }));

const reasons = (results: Array<PromiseSettledResult<unknown>>) =>
  results
    .map((result) => (result.status === 'fulfilled' ? 'done' : (result.reason as { reason?: string }).reason))
    .sort(); // a DomainError
const supers = () => User.count({ where: { isSuperuser: true, isActive: true } });

describe('the last super admin', () => {
  it.each([
    ['rank', { isSuperuser: false }],
    ['account', { isActive: false }],
  ])('keeps their %s', async (_what, change) => {
    const only = await buildUser({ isSuperuser: true });
    await buildUser({ isSuperuser: true, isActive: false });
    await expect(updateAdmin(only.publicId, change, bySystem)).rejects.toMatchObject({ reason: 'LAST_SUPER_ADMIN' });
    await only.reload();
    expect(only).toMatchObject({ isSuperuser: true, isActive: true });
  });

  it('may lose one of two marks of their rank, and not both', async () => {
    const only = await buildUser({ isSuperuser: true, isAdminFull: true });
    await updateAdmin(only.publicId, { isSuperuser: false }, bySystem);
    await expect(updateAdmin(only.publicId, { isAdminFull: false }, bySystem)).rejects.toMatchObject({
      reason: 'LAST_SUPER_ADMIN',
    });
  });

  it.each([
    ['demoted', { isSuperuser: false }],
    ['switched off', { isActive: false }],
  ])('is left over when two are %s at once', async (_what, change) => {
    const pair = [await buildUser({ isSuperuser: true }), await buildUser({ isSuperuser: true })];
    const results = await Promise.allSettled(pair.map(({ publicId }) => updateAdmin(publicId, change, bySystem)));
    expect(reasons(results)).toEqual(['LAST_SUPER_ADMIN', 'done']);
    expect(await supers()).toBe(1);
  });
});

describe('createFirstAdmin', () => {
  it('makes one super admin of two set-ups at once', async () => {
    const setUp = (name: string) => createFirstAdmin({ email: `${name}@example.com`, name, passwordHash: 'x' }, null);
    const before = await AuditEntry.count();
    expect(reasons(await Promise.allSettled([setUp('a'), setUp('b')]))).toEqual(['SETUP_DONE', 'done']);
    expect([await User.count(), await supers(), await AuditEntry.count()]).toEqual([1, 1, before + 1]);
  });

  it('is refused once anybody exists, active or not', async () => {
    await buildUser({ isActive: false });
    await expect(
      createFirstAdmin({ email: 'late@example.com', name: 'Late', passwordHash: 'x' }, null),
    ).rejects.toMatchObject({
      reason: 'SETUP_DONE',
    });
  });
});

describe('updateAdmin', () => {
  it('refuses a save over somebody else’s', async () => {
    const user = await buildUser();
    const seen = user.updatedAt.toISOString();
    await database.sequelize.query(`update users set updated_at = updated_at + interval '1 second' where id = $id`, {
      bind: { id: user.id },
    });
    await expect(updateAdmin(user.publicId, { name: 'Mine' }, bySystem, seen)).rejects.toMatchObject({
      reason: 'EDIT_CONFLICT',
    });
  });

  it('names a new password in the audit log, and nothing of it', async () => {
    const user = await buildUser();
    await updateAdmin(user.publicId, { passwordHash: '$argon2id$canary' }, bySystem);
    const entry = await AuditEntry.findOne({ order: [['id', 'DESC']] });
    expect(entry?.changes).toEqual([{ field: 'password' }]);
  });
});

describe('createAdmin', () => {
  it('takes an email for the same in any case', async () => {
    await createAdmin({ email: 'One@Example.com', name: 'One', passwordHash: 'x' }, bySystem);
    const error: unknown = await createAdmin(
      { email: 'oNE@example.COM', name: 'Two', passwordHash: 'x' },
      bySystem,
    ).catch(fromDatabase);
    expect(error).toMatchObject({ reason: 'EMAIL_TAKEN', field: 'email' });
    expect(await User.count()).toBe(1);
  });
});
