import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TokenCreateInput } from '@ai-providers/contracts';
import { bySystem } from '../audit/audited.js';
import { ApiToken } from '../models/api-token.js';
import { AuditEntry } from '../models/audit-entry.js';
import type { User } from '../models/user.js';
import { buildProvider, buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { createApiToken, findApiToken } from './api-tokens.js';
import { revokeApiToken, rotateApiToken, updateApiToken } from './change-api-token.js';

const hour = 3_600_000;
const start = Date.UTC(2026, 2, 1);

let clock = start;
let database: TestDatabase;
let owner: User;
beforeAll(async () => {
  database = await openTestDatabase({ now: () => new Date(clock) });
});
afterAll(() => database.close());
beforeEach(async () => {
  clock = start;
  owner = await buildUser();
});

const make = (overrides: Partial<TokenCreateInput> = {}) =>
  createApiToken(owner, { name: 'A program', scopes: ['usage:write'], ...overrides }, bySystem);
const works = async (token: string) => (await findApiToken(token)) !== null;

describe('rotateApiToken', () => {
  it.each([0, 1, 24] as const)('lets the old one work for %i hours beside the new one', async (graceHours) => {
    const old = await make();
    const { token } = await rotateApiToken({ publicId: old.record.publicId, graceHours }, bySystem);
    expect(token).not.toBe(old.token);
    for (const [passed, isLeft] of [
      [0, graceHours > 0],
      [graceHours * hour - 1, graceHours > 0],
      [graceHours * hour, false],
    ] as const) {
      clock = start + passed;
      expect([await works(token), await works(old.token)]).toEqual([true, isLeft]);
    }
  });

  it('gives the new one the name, rights, limits and end of the old one', async () => {
    const provider = await buildProvider();
    const expiresAt = new Date(start + 2 * hour).toISOString();
    const limits = { providers: [provider.slug], allowedIps: ['203.0.113.0/24'], expiresAt };
    const old = await make(limits);
    const { token, record } = await rotateApiToken({ publicId: old.record.publicId, graceHours: 24 }, bySystem);
    expect(record).toMatchObject({ name: 'A program', scopes: ['usage:write'], allowedIps: limits.allowedIps });
    expect((await findApiToken(token))?.onlyProviders).toEqual([provider.slug]);
    clock = start + 2 * hour;
    expect([await works(token), await works(old.token)]).toEqual([false, false]); // grace is no longer life
  });

  it('refuses one that has ended, or was replaced before', async () => {
    const refused = async (publicId: string) =>
      expect(rotateApiToken({ publicId, graceHours: 1 }, bySystem)).rejects.toMatchObject({
        reason: 'TOKEN_NOT_ACTIVE',
      });
    const [revoked, replaced] = [(await make()).record.publicId, (await make()).record.publicId];
    const expired = (await make({ expiresAt: new Date(start + 1).toISOString() })).record.publicId;
    await revokeApiToken(revoked, bySystem);
    await rotateApiToken({ publicId: replaced, graceHours: 24 }, bySystem);
    clock += 2;
    const before = await ApiToken.count();
    for (const publicId of [revoked, replaced, expired]) await refused(publicId);
    expect(await ApiToken.count()).toBe(before);
  });

  it('makes one new token when it is asked for twice at once', async () => {
    const { publicId } = (await make()).record;
    const before = await ApiToken.count();
    const rotate = () => rotateApiToken({ publicId, graceHours: 1 }, bySystem);
    const outcomes = await Promise.allSettled([rotate(), rotate(), rotate()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await ApiToken.count()).toBe(before + 1);
  });

  it('names the new one in the audit log, and neither in clear', async () => {
    const old = await make();
    const { token, record } = await rotateApiToken({ publicId: old.record.publicId, graceHours: 0 }, bySystem);
    const entry = await AuditEntry.findOne({ where: { action: 'token.rotate' }, order: [['id', 'DESC']] });
    expect(entry).toMatchObject({ targetPublicId: old.record.publicId });
    expect(entry?.changes).toContainEqual({ field: 'replacedBy', to: record.publicId });
    for (const secret of [token, old.token, record.tokenHash]) expect(JSON.stringify(entry)).not.toContain(secret);
  });
});

describe('updateApiToken', () => {
  it('renames, and leaves the token as it is', async () => {
    const { token, record } = await make();
    const renamed = await updateApiToken({ publicId: record.publicId, patch: { name: 'Another' } }, bySystem);
    expect([renamed.name, await works(token)]).toEqual(['Another', true]);
  });
});
