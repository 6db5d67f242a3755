import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { tokenPattern, type TokenScope } from '@ai-providers/contracts';
import { bySystem } from '../audit/audited.js';
import { ApiToken } from '../models/api-token.js';
import type { User } from '../models/user.js';
import { buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { createApiToken, findApiToken, listApiTokens, revokeApiToken } from './api-tokens.js';
import { isTokenShaped, newToken } from './token-format.js';

const minute = 60_000;
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

const make = (overrides: { expiresAt?: string; scopes?: TokenScope[] } = {}) =>
  createApiToken(owner, { name: 'A program', scopes: ['registry:read'], ...overrides }, bySystem);
const works = async (token: string) => (await findApiToken(token)) !== null;

describe('the form of a token', () => {
  const tokens = Array.from({ length: 1000 }, newToken);

  it('holds for 1,000 of 1,000 generated ones, all different', () => {
    expect(tokens.filter((token) => tokenPattern.test(token) && isTokenShaped(token))).toHaveLength(1000);
    expect(new Set(tokens).size).toBe(1000);
  });

  it('gives away 1,000 of 1,000 one-letter slips, without a query', async () => {
    const findOne = vi.spyOn(ApiToken, 'findOne');
    const answers = await Promise.all(tokens.map((token, index) => findApiToken(withSlip(token, index))));
    expect(answers.filter((answer) => answer === null)).toHaveLength(1000);
    expect(findOne).not.toHaveBeenCalled();
    await findApiToken(newToken());
    expect(findOne).toHaveBeenCalledTimes(1);
    findOne.mockRestore();
  });

  it.each(['', 'dap_', 'Bearer', 'a'.repeat(100_000), 'dap_' + '٤'.repeat(49)])('refuses another text (%#)', (text) => {
    expect(isTokenShaped(text)).toBe(false);
  });
});

/** Another letter in one place: over the run, every place of a token has its slips. */
function withSlip(token: string, index: number): string {
  const place = index % token.length;
  const letter = token[place] === 'a' ? 'b' : 'a';
  return token.slice(0, place) + letter + token.slice(place + 1);
}

describe('an API token', () => {
  it('is stored as 64 hex characters, and as plaintext nowhere', async () => {
    const { token, record } = await make();
    expect(record.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    const [rows] = await database.sequelize.query(
      'select to_jsonb(t) from api_tokens t union all select to_jsonb(a) from audit_log a',
    );
    const stored = JSON.stringify(rows);
    expect(stored).toContain(record.tokenHash);
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(token.slice(4, -6));
    expect(JSON.stringify(record)).not.toContain(record.tokenHash);
  });

  it('is found with its owner, and by the whole of it only', async () => {
    const { token, record } = await make();
    expect((await findApiToken(token))?.user?.publicId).toBe(owner.publicId);
    for (const other of [token.slice(0, 20), token.toLowerCase(), ` ${token}`, record.tokenHash]) {
      expect(await works(other)).toBe(false);
    }
  });

  it('ends at its expiry', async () => {
    const { token } = await make({ expiresAt: new Date(start + minute).toISOString() });
    clock = start + minute - 1;
    expect(await works(token)).toBe(true);
    clock = start + minute;
    expect(await works(token)).toBe(false);
  });

  it('cannot be made with an expiry that has passed', async () => {
    const before = await ApiToken.count();
    await expect(make({ expiresAt: new Date(start).toISOString() })).rejects.toMatchObject({
      reason: 'EXPIRY_IN_PAST',
      field: 'expiresAt',
    });
    expect(await ApiToken.count()).toBe(before);
  });

  it('ends when it is revoked, and keeps the time of the first time', async () => {
    const { token, record } = await make();
    await revokeApiToken(record.publicId, bySystem);
    clock += minute;
    const again = await revokeApiToken(record.publicId, bySystem);
    expect([await works(token), again.state, again.revokedAt]).toEqual([false, 'revoked', new Date(start)]);
  });

  it('ends with its owner’s account', async () => {
    const { token } = await make();
    await owner.update({ isActive: false });
    expect(await works(token)).toBe(false);
  });

  it('has the rights its owner has now', async () => {
    const { token } = await make({ scopes: ['admin'] });
    await owner.update({ isSuperuser: true });
    expect((await findApiToken(token))?.user?.isSuper).toBe(true);
    await owner.update({ isSuperuser: false });
    expect((await findApiToken(token))?.user?.isSuper).toBe(false);
  });

  it('notes its last use at most once a minute', async () => {
    const { token } = await make();
    const update = vi.spyOn(ApiToken.prototype, 'update');
    for (const passed of [0, 1, minute - 1]) {
      clock = start + passed;
      await findApiToken(token);
    }
    expect(update).toHaveBeenCalledTimes(1);
    clock = start + minute;
    await findApiToken(token);
    expect(update).toHaveBeenCalledTimes(2);
    update.mockRestore();
    expect((await findApiToken(token))?.lastUsedAt).toEqual(new Date(clock));
  });

  it('notes no use that was refused', async () => {
    const { token, record } = await make();
    await revokeApiToken(record.publicId, bySystem);
    await findApiToken(token);
    await record.reload();
    expect(record.lastUsedAt).toBeNull();
  });
});

describe('listApiTokens', () => {
  it('shows one owner’s or everybody’s, newest first', async () => {
    await ApiToken.destroy({ where: {} });
    const stranger = await buildUser();
    const mine = (await make()).record.publicId;
    clock += minute;
    const theirs = (await createApiToken(stranger, { name: '100%', scopes: ['admin'] }, bySystem)).record.publicId;
    const ids = async (input: { search?: string; owner?: string }, of: User | null) =>
      (await listApiTokens({ page: 1, pageSize: 10, ...input }, of)).tokens.map(({ publicId }) => publicId);
    expect(await ids({}, null)).toEqual([theirs, mine]);
    expect(await ids({}, owner)).toEqual([mine]);
    expect(await ids({ owner: stranger.publicId }, null)).toEqual([theirs]);
    expect(await ids({ owner: stranger.publicId }, owner)).toEqual([]);
    expect(await ids({ search: '%' }, null)).toEqual([theirs]);
  });
});
