import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { User, type AIProvider } from '@ai-providers/db';
import { buildProvider, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { createSetupToken } from '../security/setup-token.js';
import { callAndRead } from '../testing/audit-rows.js';
import { callersOn } from '../testing/caller.js';

/** In everything secret that is sent here; nothing of the audit log may hold it. */
const canary = 'CANARY';

let database: TestDatabase;
let as: Awaited<ReturnType<typeof callersOn>>;
let setupToken: string;
let admin: User;
let other: User;
let provider: AIProvider;
beforeAll(async () => {
  database = await openTestDatabase();
  as = await callersOn(database);
  setupToken = (await createSetupToken(database.sequelize, database.secrets)).value;
});
afterAll(() => database.close());
beforeEach(async () => {
  admin = await buildUser({ isSuperuser: true });
  other = await buildUser();
  provider = await buildProvider();
});

describe('the audit log, by the way in', () => {
  it('names a program as the way in', async () => {
    const { rows } = await callAndRead(as.token(admin, 'admin'), 'providers.update', {
      publicId: provider.publicId,
      patch: { sortOrder: 9 },
    });
    expect(rows).toMatchObject([
      { via: 'token', actorPublicId: admin.publicId, changes: [{ field: 'sortOrder', from: 0, to: 9 }] },
    ]);
  });

  it('gets a row of a failed sign-in that names a known account, and no typed text', async () => {
    const known = await callAndRead(as.nobody(), 'auth.login', { email: admin.email, password: `${canary} wrong` });
    expect(known.rows).toMatchObject([
      { action: 'auth.login_failed', actorPublicId: null, targetPublicId: admin.publicId, via: 'system' },
    ]);
    const nobody = await callAndRead(as.nobody(), 'auth.login', {
      email: `${canary}@example.com`,
      password: `${canary} wrong`,
    });
    expect(nobody.rows).toMatchObject([{ action: 'auth.login_failed', targetPublicId: null, targetLabel: 'unknown' }]);
    expect(JSON.stringify([known.rows, nobody.rows])).not.toMatch(/canary/i);
  });

  it('gets a row of a key that was handed out, and none of one that was not', async () => {
    const given = await callAndRead(as.token(admin, 'keys:resolve'), 'keys.resolve', { provider: provider.slug });
    expect(given.rows).toMatchObject([
      {
        action: 'key.resolve',
        via: 'token',
        actorLabel: admin.email,
        targetPublicId: provider.publicId,
        changes: [{ field: 'source', to: 'shared' }],
      },
    ]);
    expect(JSON.stringify(given.rows)).not.toContain('sk-test');
    expect(
      (await callAndRead(as.token(other, 'keys:resolve'), 'keys.resolve', { provider: provider.slug })).rows,
    ).toEqual([]);
  });

  it('gets a row of the set-up, with its new admin as the actor', async () => {
    await User.destroy({ where: {} });
    const input = { token: setupToken, email: 'first@example.com', name: 'First', password: `${canary} password` };
    const { rows } = await callAndRead(as.nobody(), 'system.setup', input);
    expect(rows.map(({ action, actorLabel }) => [action, actorLabel])).toEqual([['system.setup', 'first@example.com']]);
    expect(JSON.stringify(rows)).not.toMatch(/CANARY|argon2/);
    expect((await callAndRead(as.nobody(), 'system.setup', input)).rows).toEqual([]);
  });
});
