import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permissions, tokenScopes, type TokenScope } from '@ai-providers/contracts';
import { AdminProviderSettings, ApiToken, DomainError, Session, User } from '@ai-providers/db';
import { buildProvider, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import { hasScope, isSuper, permissionsOf, type Actor } from './actor.js';
import { authorize, authorizeOrHide } from './authorize.js';
import { adminPolicy, settingsPolicy, tokenPolicy } from './people.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase(); // models can be built once a database has bound them
});
afterAll(() => database.close());

const user = (id: string, marks: { isSuperuser?: boolean; isAdminFull?: boolean } = {}) =>
  User.build({ id, email: `${id}@example.com`, name: id, passwordHash: '', ...marks });
const bySession = (who: User): Actor => ({
  via: 'session',
  user: who,
  session: Session.build({ userId: who.id, tokenHash: '', expiresAt: new Date(), lastSeenAt: new Date() }),
});
const token = (who: User, scopes: TokenScope[]) =>
  ApiToken.build({ userId: who.id, name: '', tokenHash: '', last4: '', scopes });
const byToken = (who: User, ...scopes: TokenScope[]): Actor => ({ via: 'token', user: who, token: token(who, scopes) });

describe('hasScope', () => {
  it('is true of a session for every scope', () => {
    expect(tokenScopes.every((scope) => hasScope(bySession(user('1')), scope))).toBe(true);
  });

  it.each<[TokenScope, TokenScope[]]>([
    ['registry:read', ['registry:read']],
    ['usage:write', ['usage:write']],
    ['keys:resolve', ['keys:resolve']],
    ['admin', ['registry:read', 'admin']],
  ])('of a token with %s is true for %j alone', (scope, allowed) => {
    const actor = byToken(user('1', { isSuperuser: true }), scope);
    expect(tokenScopes.filter((each) => hasScope(actor, each))).toEqual(allowed);
  });
});

describe('a super admin', () => {
  it.each([
    ['a superuser’s session', () => bySession(user('1', { isSuperuser: true })), true],
    ['a full admin’s session', () => bySession(user('1', { isAdminFull: true })), true],
    ['a normal admin’s session', () => bySession(user('1')), false],
    ['a superuser’s admin token', () => byToken(user('1', { isSuperuser: true }), 'admin'), true],
    [
      'a superuser’s other token',
      () => byToken(user('1', { isSuperuser: true }), 'registry:read', 'usage:write', 'keys:resolve'),
      false,
    ],
    ['a normal admin’s token of every scope', () => byToken(user('1'), ...tokenScopes), false],
  ])('is or is not %s', (_who, actor, expected) => {
    expect(isSuper(actor())).toBe(expected);
    expect(permissionsOf(actor())).toEqual(expected ? permissions : []);
  });

  it('may do to others what locks an account, and not to themselves', () => {
    const self = user('1', { isSuperuser: true });
    const may = (subject: User) =>
      [adminPolicy.update, adminPolicy.deactivate, adminPolicy.changeRole].map((rule) =>
        rule(bySession(self), subject),
      );
    expect(may(user('2', { isSuperuser: true }))).toEqual([true, true, true]);
    expect(may(self)).toEqual([true, false, false]);
  });
});

describe('a normal admin', () => {
  it('may see and end what is their own', () => {
    const [self, other] = [user('1'), user('2')];
    const actor = bySession(self);
    for (const [subject, expected] of [
      [self, true],
      [other, false],
    ] as const) {
      expect([
        adminPolicy.explainKeys(actor, subject),
        adminPolicy.readSettings(actor, subject),
        tokenPolicy.revoke(actor, token(subject, ['admin'])),
      ]).toEqual([expected, expected, expected]);
      expect([
        adminPolicy.update(actor, subject),
        adminPolicy.setLimit(actor, subject),
        adminPolicy.changeRole(actor, subject),
      ]).toEqual([false, false, false]);
    }
  });

  it.each([
    [true, false],
    [false, true],
  ])('may use the shared key: %s, and one of their own: %s, as the provider says', async (shared, personal) => {
    const provider = await buildProvider({ allowSharedForNormalAdmins: shared, allowPersonalKeys: personal });
    const self = user('1');
    const settings = AdminProviderSettings.build({ adminId: self.id, providerId: provider.id }).attach(self, provider);
    const may = (actor: Actor) => [
      settingsPolicy.useShared(actor, settings),
      settingsPolicy.usePersonal(actor, settings),
      settingsPolicy.setLimit(actor, settings),
    ];
    expect(may(bySession(self))).toEqual([shared, personal, false]);
    expect(may(bySession(user('2', { isSuperuser: true })))).toEqual([false, false, true]);
  });
});

describe('authorize', () => {
  const policy = { touch: (_actor: Actor, allowed: boolean) => allowed };
  const reasonOf = (work: () => void) => {
    try {
      work();
      return 'ok';
    } catch (error) {
      return error instanceof DomainError ? error.reason : error;
    }
  };

  it('refuses as forbidden, or as unknown where the record is hidden', () => {
    const actor = bySession(user('1'));
    expect(reasonOf(() => authorize(policy, 'touch', actor, true))).toBe('ok');
    expect(reasonOf(() => authorize(policy, 'touch', actor, false))).toBe('FORBIDDEN');
    const hide = (subject: boolean | null) =>
      reasonOf(() => authorizeOrHide<boolean, typeof policy>(policy, 'touch', actor, subject));
    expect([hide(true), hide(false), hide(null)]).toEqual(['ok', 'NOT_FOUND', 'NOT_FOUND']);
  });
});
