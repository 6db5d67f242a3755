import { bySystem, createApiToken, inviteAgain, type User } from '@ai-providers/db';
import { buildSession, buildUser } from '@ai-providers/db/testing';
import { canary, password, unknown, type MutationsOf } from './audited-mutation.js';

/** Of people, their sessions and their tokens. */
export const accountsMutations: MutationsOf = (world) => ({
  'admins.create': {
    action: 'admin.create',
    target: 'user',
    fields: ['email', 'name', 'password'],
    good: () => ({ email: `new-${Date.now()}@example.com`, name: 'New', password: `${canary} password` }),
    bad: { email: 'not an email', name: 'New', password: `${canary} password` },
  },
  'admins.update': {
    action: 'admin.update',
    target: 'user',
    fields: ['name', 'password'],
    good: () => ({ publicId: world().other.publicId, patch: { name: 'Renamed', password: `${canary} password` } }),
    bad: { publicId: unknown, patch: { name: 'Renamed' } },
  },
  'admins.bulkUpdate': {
    action: 'admin.update',
    target: 'user',
    fields: ['isActive'],
    records: 2,
    good: async () => ({
      publicIds: [
        world().other.publicId,
        (await buildUser()).publicId,
        (await buildUser({ isActive: false })).publicId, // as it should be already
        world().admin.publicId, // refused: it is one's own
      ],
      patch: { isActive: false },
    }),
    bad: { filter: { search: canary }, expectedCount: 7, patch: { isActive: false } },
  },
  'admins.delete': {
    action: 'admin.delete',
    target: 'user',
    fields: ['personalKeys', 'tokens', 'sessions'],
    good: () => ({ publicId: world().other.publicId }),
    bad: { publicId: unknown },
  },
  'admins.invite': {
    action: 'admin.invite',
    target: 'user',
    fields: ['inviteExpiresAt'],
    good: async () => ({ publicId: (await buildUser({ passwordHash: '' })).publicId }),
    bad: { publicId: unknown },
  },
  'admins.revokeSession': {
    action: 'auth.session_revoke',
    target: 'user',
    fields: ['session'],
    good: async () => ({ publicId: (await buildSession(world().other)).publicId }),
    bad: { publicId: unknown },
  },
  'auth.acceptInvite': {
    action: 'auth.invite_accept',
    target: 'user',
    fields: ['password', 'name'],
    good: async () => {
      await world().admin.update({ passwordHash: '' });
      const { token } = await inviteAgain(world().admin.publicId, bySystem);
      return { token, name: 'Own', password: `${canary} password` };
    },
    bad: { token: canary, password: `${canary} password` },
  },
  'auth.changePassword': {
    action: 'auth.password_change',
    target: 'user',
    fields: ['password'],
    good: () => ({ currentPassword: password, newPassword: `${canary} password` }),
    bad: { currentPassword: `${canary} wrong`, newPassword: `${canary} password` },
  },
  'auth.login': {
    action: 'auth.login',
    target: 'user',
    fields: [],
    good: () => ({ email: world().admin.email, password }),
    bad: null,
  },
  'auth.revokeOtherSessions': {
    action: 'auth.sessions_revoke',
    target: 'user',
    fields: ['sessions'],
    good: () => undefined,
    bad: null,
  },
  'auth.revokeSession': {
    action: 'auth.session_revoke',
    target: 'user',
    fields: ['session'],
    good: async () => ({ publicId: (await buildSession(world().admin)).publicId }),
    bad: { publicId: unknown },
  },
  'auth.updateProfile': {
    action: 'auth.profile_change',
    target: 'user',
    fields: ['name', 'email'],
    good: () => ({ name: 'Renamed', email: `renamed-${Date.now()}@example.com`, currentPassword: password }),
    bad: { email: 'renamed@example.com', currentPassword: `${canary} wrong` },
  },
  'auth.logout': { action: 'auth.logout', target: 'user', fields: [], good: () => undefined, bad: null },
  'tokens.create': {
    action: 'token.create',
    target: 'token',
    fields: ['scopes', 'expiresAt'],
    good: () => ({ name: 'New', scopes: ['admin'] }),
    bad: { name: 'New', scopes: ['admin'], expiresAt: '2001-01-01T00:00:00Z' },
  },
  'tokens.update': {
    action: 'token.update',
    target: 'token',
    fields: ['name'],
    good: async () => ({ publicId: await tokenOf(world().admin), patch: { name: 'New name' } }),
    bad: { publicId: unknown, patch: { name: 'New name' } },
  },
  'tokens.rotate': {
    action: 'token.rotate',
    target: 'token',
    fields: ['expiresAt', 'replacedBy'],
    good: async () => ({ publicId: await tokenOf(world().admin), graceHours: 24 }),
    bad: { publicId: unknown, graceHours: 24 },
  },
  'tokens.revoke': {
    action: 'token.revoke',
    target: 'token',
    fields: [],
    good: async () => ({ publicId: await tokenOf(world().other) }),
    bad: { publicId: unknown },
  },
});

async function tokenOf(owner: User): Promise<string> {
  return (await createApiToken(owner, { name: 'Old', scopes: ['admin'] }, bySystem)).record.publicId;
}
