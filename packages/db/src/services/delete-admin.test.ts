import { randomUUID } from 'node:crypto';
import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bySystem } from '../audit/audited.js';
import { AdminProviderSettings } from '../models/admin-provider-settings.js';
import { ApiToken } from '../models/api-token.js';
import { AuditEntry } from '../models/audit-entry.js';
import { Session } from '../models/session.js';
import { User } from '../models/user.js';
import { buildProvider, buildSession, buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { rollUpUsage } from '../usage/roll-up.js';
import { reserveUsage } from '../usage/reserve-usage.js';
import { settleUsage } from '../usage/settle-usage.js';
import { usageDrift } from '../usage/usage-drift.js';
import { createApiToken } from './api-tokens.js';
import { revokeApiToken } from './change-api-token.js';
import { deleteAdmin } from './delete-admin.js';
import { updateOwnSettings } from './settings.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => User.destroy({ where: {} }));

const ledgerRows = () =>
  database.sequelize.query<{ admin_id: string; state: string }>(
    'select admin_id, state from usage_ledger order by id',
    {
      type: QueryTypes.SELECT,
    },
  );

describe('deleteAdmin', () => {
  it('takes keys, tokens and sessions along, counts them, and leaves those of others', async () => {
    const [admin, other] = [await buildUser(), await buildUser()];
    const [first, second] = [await buildProvider(), await buildProvider()];
    for (const user of [admin, other]) {
      await updateOwnSettings(user, { provider: first.slug, personalApiKey: 'sk-own-key-1234' }, bySystem);
      await createApiToken(user, { name: 'One', scopes: ['admin'] }, bySystem);
      await buildSession(user);
    }
    await updateOwnSettings(admin, { provider: second.slug, useSharedApi: false }, bySystem);
    const { record } = await createApiToken(admin, { name: 'Revoked', scopes: ['admin'] }, bySystem);
    await revokeApiToken(record.publicId, bySystem);
    await buildSession(admin, { lastSeenAt: new Date(0) }); // ended long ago
    expect(await deleteAdmin(admin.publicId, bySystem)).toEqual({ personalKeys: 1, tokens: 1, sessions: 1 });
    expect([
      await User.count(),
      await AdminProviderSettings.count(),
      await ApiToken.count(),
      await Session.count(),
    ]).toEqual([1, 1, 1, 1]);
    expect(await AuditEntry.findOne({ order: [['id', 'DESC']] })).toMatchObject({
      action: 'admin.delete',
      targetPublicId: admin.publicId,
      targetLabel: admin.email,
    });
  });

  it('keeps what they used: the ledger, its sums and the counters agree afterwards, open requests included', async () => {
    const admin = await buildUser({ isSuperuser: true });
    await buildUser({ isSuperuser: true });
    const provider = await buildProvider();
    const [done, open] = [randomUUID(), randomUUID()];
    for (const requestId of [done, open]) await reserveUsage(admin, { provider: provider.slug, requestId });
    await settleUsage(admin, { requestId: done, status: 'ok' });
    await deleteAdmin(admin.publicId, bySystem);
    expect(await ledgerRows()).toEqual([
      { admin_id: admin.id, state: 'settled' },
      { admin_id: admin.id, state: 'reserved' },
    ]);
    await rollUpUsage(database.sequelize);
    expect(Object.values(await usageDrift(database.sequelize)).every((rows) => rows === 0)).toBe(true);
  });

  it('never leaves the installation without a super admin, also when two go at once', async () => {
    const pair = [await buildUser({ isSuperuser: true }), await buildUser({ isAdminFull: true })];
    const results = await Promise.allSettled(pair.map(({ publicId }) => deleteAdmin(publicId, bySystem)));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { reason: 'LAST_SUPER_ADMIN' },
    });
    expect(await User.count()).toBe(1);
  });

  it('knows nobody twice', async () => {
    const { publicId } = await buildUser();
    await deleteAdmin(publicId, bySystem);
    await expect(deleteAdmin(publicId, bySystem)).rejects.toMatchObject({ reason: 'NOT_FOUND' });
  });
});
