import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { tokenPattern, type TokenScope } from '@ai-providers/contracts';
import { bySystem } from '../audit/audited.js';
import { ApiToken } from '../models/api-token.js';
import type { User } from '../models/user.js';
import { buildProvider, buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { createApiToken, findApiToken, noteTokenUse } from './api-tokens.js';
import { revokeApiToken, rotateApiToken } from './change-api-token.js';
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

const make = (overrides: { expiresAt?: string; scopes?: TokenScope[]; providers?: string[] } = {}) =>
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

  it.each([false, true])('notes its last use, or refusal (%s), at most once a minute', async (refused) => {
    const { token, record } = await make();
    const update = vi.spyOn(ApiToken.prototype, 'update');
    const use = async (ip: string) => {
      const found = await findApiToken(token);
      if (found) await noteTokenUse(found, ip, { refused });
    };
    for (const passed of [0, 1, minute - 1]) {
      clock = start + passed;
      await use('203.0.113.1');
    }
    expect(update).toHaveBeenCalledTimes(1);
    clock = start + minute;
    await use('203.0.113.2');
    expect(update).toHaveBeenCalledTimes(2);
    update.mockRestore();
    await record.reload();
    const { lastUsedAt, lastUsedIp, lastRefusedAt, lastRefusedIp } = record;
    const [note, other] = [
      [lastUsedAt, lastUsedIp],
      [lastRefusedAt, lastRefusedIp],
    ];
    expect(refused ? [other, note] : [note, other]).toEqual([
      [new Date(clock), '203.0.113.2'],
      [null, null],
    ]);
  });
});

describe('a token for some providers', () => {
  const only = async (token: string) => (await findApiToken(token))?.onlyProviders;

  it('reaches those, by the slugs that they have now', async () => {
    const [one, two] = [await buildProvider(), await buildProvider()];
    const { token } = await make({ providers: [two.slug, one.slug] });
    expect((await only(token))?.sort()).toEqual([one.slug, two.slug].sort());
    await one.update({ slug: `${one.slug}-moved` });
    expect((await only(token))?.sort()).toEqual([one.slug, two.slug].sort());
    expect(await only((await make()).token)).toBeNull();
  });

  it('is not widened when they are deleted', async () => {
    const provider = await buildProvider();
    const { token, record } = await make({ providers: [provider.slug] });
    await provider.destroy();
    expect(await only(token)).toEqual([]);
    const { token: next } = await rotateApiToken({ publicId: record.publicId, graceHours: 0 }, bySystem);
    expect(await only(next)).toEqual([]);
  });

  it.each([
    ['an unknown one', false],
    ['an inactive one, for a normal admin', true],
  ])('is not made for %s', async (_which, exists) => {
    const slug = exists ? (await buildProvider({ isActive: false })).slug : 'nobody-has-this';
    const before = await ApiToken.count();
    await expect(make({ providers: [slug] })).rejects.toMatchObject({ reason: 'NOT_FOUND', field: 'providers' });
    expect(await ApiToken.count()).toBe(before);
  });
});
