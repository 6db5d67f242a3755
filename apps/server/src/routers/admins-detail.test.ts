import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bySystem, createApiToken, Session, updateOwnSettings, User } from '@ai-providers/db';
import { buildProvider, buildSession, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { callersOn } from '../testing/caller.js';
import { outcomeOf, refusalOf } from '../testing/refusal.js';

const unknown = '00000000-0000-4000-8000-000000000000';
const notFound = { code: 'NOT_FOUND', reason: 'NOT_FOUND' };

let database: TestDatabase;
let as: Awaited<ReturnType<typeof callersOn>>;
let superAdmin: User;
let normal: User;
beforeAll(async () => {
  database = await openTestDatabase();
  as = await callersOn(database);
});
afterAll(() => database.close());
beforeEach(async () => {
  await User.destroy({ where: {} });
  superAdmin = await buildUser({ isSuperuser: true });
  normal = await buildUser();
});

const mine = () => as.session(superAdmin).admins;

describe('admins.get', () => {
  it('shows how an account stands, and nothing of its keys but their number', async () => {
    const { slug } = await buildProvider();
    await updateOwnSettings(
      normal,
      { provider: slug, useSharedApi: false, personalApiKey: 'sk-own-key-9876' },
      bySystem,
    );
    const shown = await mine().get({ publicId: normal.publicId });
    expect(shown).toMatchObject({
      email: normal.email,
      state: 'active',
      providers: { usable: 1, total: 1 },
      personalKeys: 1,
      requestsThisMonth: 0,
      limited: { providers: 1, limit: 1000, used: 0, reached: 0 },
      nearLimit: 0,
    });
    expect(JSON.stringify(shown)).not.toMatch(/9876|gAAAA|password/);
    expect(await refusalOf(mine().get({ publicId: unknown }))).toEqual(notFound);
  });
});

describe('admins.delete', () => {
  it('says before what will go, and goes by it', async () => {
    await createApiToken(normal, { name: 'One', scopes: ['admin'] }, bySystem);
    await buildSession(normal);
    const removed = { personalKeys: 0, tokens: 1, sessions: 1 };
    expect(await mine().deletionImpact({ publicId: normal.publicId })).toEqual(removed);
    expect(await mine().delete({ publicId: normal.publicId })).toEqual({ publicId: normal.publicId, removed });
    expect(await refusalOf(mine().delete({ publicId: normal.publicId }))).toEqual(notFound);
  });

  it('is not for one’s own account', async () => {
    await buildUser({ isSuperuser: true });
    for (const call of [mine().delete, mine().deletionImpact])
      expect(await refusalOf(call({ publicId: superAdmin.publicId }))).toMatchObject({ reason: 'OWN_ACCOUNT' });
    expect(await User.count()).toBe(3);
  });

  it('ends what the account is doing: its token and its session are nobody’s', async () => {
    const theirs = as.session(normal, await buildSession(normal));
    await mine().delete({ publicId: normal.publicId });
    expect(await Session.count({ where: { userId: normal.id } })).toBe(0);
    expect((await outcomeOf(theirs.tokens.create({ name: 'Late', scopes: ['admin'] })))?.reason).toBe('NOT_FOUND');
  });
});

describe('the sessions of another account', () => {
  it('are listed for super admins, who end one of them', async () => {
    const [first, second] = [await buildSession(normal, { ip: '192.0.2.1' }), await buildSession(normal)];
    const listed = await mine().sessions({ publicId: normal.publicId });
    expect(listed.map(({ publicId }) => publicId).sort()).toEqual([first.publicId, second.publicId].sort());
    expect(listed.every(({ isCurrent }) => !isCurrent)).toBe(true);
    expect(JSON.stringify(listed)).not.toContain(first.tokenHash);
    await mine().revokeSession({ publicId: first.publicId });
    expect((await Session.findAll()).map(({ id }) => id)).toEqual([second.id]);
    expect(await refusalOf(mine().revokeSession({ publicId: first.publicId }))).toEqual(notFound);
  });
});
