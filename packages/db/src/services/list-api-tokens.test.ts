import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tokenListInput, type TokenCreateInput } from '@ai-providers/contracts';
import { bySystem } from '../audit/audited.js';
import { ApiToken } from '../models/api-token.js';
import type { User } from '../models/user.js';
import { buildProvider, buildUser } from '../testing/factories.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { createApiToken } from './api-tokens.js';
import { revokeApiToken } from './change-api-token.js';
import { listApiTokens } from './list-api-tokens.js';

const day = 86_400_000;
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
  await ApiToken.destroy({ where: {} });
  owner = await buildUser();
});

const make = async (name: string, overrides: Partial<TokenCreateInput> = {}, of = owner) =>
  (await createApiToken(of, { name, scopes: ['registry:read'], ...overrides }, bySystem)).record;
const after = (days: number) => new Date(start + days * day).toISOString();
const names = async (input: object = {}, of: User | null = owner) =>
  (await listApiTokens(tokenListInput.parse(input), of)).tokens.map(({ name }) => name);

describe('listApiTokens', () => {
  it('shows one owner’s or everybody’s, newest first', async () => {
    const stranger = await buildUser();
    await make('mine');
    await database.sequelize.query("update api_tokens set created_at = created_at - interval '1 hour'");
    await make('100%', {}, stranger);
    expect(await names({}, null)).toEqual(['100%', 'mine']);
    expect(await names({}, owner)).toEqual(['mine']);
    expect(await names({ owner: stranger.publicId }, null)).toEqual(['100%']);
    expect(await names({ owner: stranger.publicId }, owner)).toEqual([]);
    expect(await names({ search: '%' }, null)).toEqual(['100%']);
  });

  it('narrows to a state, and to those that expire within a week', async () => {
    await make('never');
    await make('in 7', { expiresAt: after(7) });
    await make('in 8', { expiresAt: after(8) });
    await make('today', { expiresAt: after(1) });
    await revokeApiToken((await make('revoked', { expiresAt: after(2) })).publicId, bySystem);
    expect(await names({ sort: 'name', expiring: true })).toEqual(['in 7', 'today']);
    expect(await names({ sort: 'name', expiring: false })).toEqual(['in 8', 'never', 'revoked']);
    clock = start + day;
    expect(await names({ sort: 'name', state: 'active' })).toEqual(['in 7', 'in 8', 'never']);
    expect(await names({ state: 'expired' })).toEqual(['today']);
    expect(await names({ state: 'revoked' })).toEqual(['revoked']);
  });

  it('keeps what was revoked for 30 days', async () => {
    await revokeApiToken((await make('revoked')).publicId, bySystem);
    clock = start + 30 * day - 1;
    expect(await names()).toEqual(['revoked']);
    clock = start + 30 * day;
    expect(await names()).toEqual([]);
    expect(await names({ state: 'revoked' })).toEqual([]);
  });

  it('sorts, pages and counts', async () => {
    for (const name of ['b', 'a', 'c']) await make(name, name === 'b' ? { expiresAt: after(1) } : {});
    expect(await names({ sort: 'name', pageSize: 2 })).toEqual(['a', 'b']);
    expect(await names({ sort: 'name', pageSize: 2, page: 2 })).toEqual(['c']);
    expect(await names({ sort: 'expiresAt' })).toEqual(['b', 'a', 'c']);
    expect((await listApiTokens(tokenListInput.parse({ pageSize: 1 }), owner)).total).toBe(3);
  });

  it('brings the providers of those that are limited, in the order of providers', async () => {
    const [last, first] = [await buildProvider({ sortOrder: 2 }), await buildProvider({ sortOrder: 1 })];
    await make('limited', { providers: [last.slug, first.slug] });
    await make('all');
    const { tokens } = await listApiTokens(tokenListInput.parse({ sort: 'name' }), owner);
    expect(tokens.map(({ onlyProviders }) => onlyProviders)).toEqual([null, [first.slug, last.slug]]);
  });
});
