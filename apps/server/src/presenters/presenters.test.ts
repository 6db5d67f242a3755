import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  adminOutput,
  modelOutput,
  providerOutput,
  settingsOutput,
  tokenOutput,
  userOutput,
} from '@ai-providers/contracts';
import { AdminProviderSettings, AIModel, ApiToken, Session, type AIProvider, type User } from '@ai-providers/db';
import { buildModel, buildProvider, buildUser, openTestDatabase, type TestDatabase } from '@ai-providers/db/testing';
import type { Actor } from '../policies/actor.js';
import { presentModel } from './ai-model.js';
import { presentAdmin } from './admins.js';
import { presentSettings, presentToken, presentUser } from './people.js';
import { presentProvider } from './provider.js';

let database: TestDatabase;
let superAdmin: User;
let normal: User;
let provider: AIProvider;
beforeAll(async () => {
  database = await openTestDatabase();
  superAdmin = await buildUser({ isSuperuser: true });
  normal = await buildUser();
});
afterAll(() => database.close());
beforeEach(async () => {
  provider = await buildProvider({ sharedApiKey: 'sk-canary-of-the-key' });
});

const actor = (user: User): Actor => ({
  via: 'session',
  user,
  session: Session.build({ userId: user.id, tokenHash: '', expiresAt: new Date(), lastSeenAt: new Date() }),
});
const settingsOf = (user: User) =>
  AdminProviderSettings.build({
    adminId: user.id,
    providerId: provider.id,
    personalApiKey: 'sk-canary-personal',
  }).attach(user, provider);
const tokenOf = (user: User) =>
  Object.assign(
    ApiToken.build({
      userId: user.id,
      name: 'x',
      tokenHash: 'canary'.padEnd(64, '0'),
      last4: 'abcd',
      scopes: ['admin'],
      createdAt: new Date(),
      updatedAt: new Date(),
    }),
    { user },
  );

describe('presenters', () => {
  it('write what their output schema allows, and nothing beside it', async () => {
    const model = await buildModel(provider);
    model.provider = provider;
    const by = actor(superAdmin);
    const presented = [
      [providerOutput, presentProvider(by, provider)],
      [modelOutput, presentModel(by, model)],
      [userOutput, presentUser(normal)],
      [adminOutput, presentAdmin(by, normal)],
      [settingsOutput, presentSettings(by, settingsOf(superAdmin), new Date())],
      [tokenOutput, presentToken(by, tokenOf(normal))],
    ] as const;
    for (const [schema, value] of presented) expect(schema.strict().parse(value)).toEqual(value);
  });

  it.each(['super', 'normal'])('show a %s admin no secret, no ciphertext, no hash and no internal id', (rank) => {
    const user = rank === 'super' ? superAdmin : normal;
    const by = actor(user);
    const shown = JSON.stringify([
      presentProvider(by, provider),
      presentUser(user),
      presentSettings(by, settingsOf(user), new Date()),
      presentToken(by, tokenOf(user)),
    ]);
    expect(shown).not.toMatch(/canary|gAAAA|no password|"(id|adminId|providerId|userId)":/);
  });
});

describe('presentModel', () => {
  it.each([
    ['2.5', '2.500000'],
    ['0.000001', '0.000001'],
    ['10', '10.000000'],
    ['0007.5', '7.500000'],
    [null, null],
  ])('writes the price %s as its column does: %s', async (given, shown) => {
    const fresh = await AIModel.create({
      providerId: provider.id,
      name: 'x',
      modelId: `id-${given}`,
      displayName: 'x',
      pricingInput: given,
    });
    expect(presentModel(actor(normal), fresh).pricingInput).toBe(shown);
    await fresh.reload();
    expect(presentModel(actor(normal), fresh).pricingInput).toBe(shown);
  });
});

describe('presentSettings', () => {
  it.each([
    ['2026-12-31T23:59:59.999Z', '2027-01-01T00:00:00.000Z'],
    ['2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
    ['2026-02-28T23:30:00-03:30', '2026-04-01T00:00:00.000Z'],
  ])('at %s says that the month’s count starts again at %s', (now, resetsAt) => {
    expect(presentSettings(actor(normal), settingsOf(normal), new Date(now)).resetsAt).toBe(resetsAt);
  });
});

describe('presentToken', () => {
  it('offers to revoke what is active and one’s own, or anybody’s for a super admin', () => {
    const token = tokenOf(normal);
    const offered = (user: User) => presentToken(actor(user), token).can.revoke;
    expect([offered(normal), offered(superAdmin)]).toEqual([true, true]);
    expect(presentToken(actor(normal), tokenOf(superAdmin)).can.revoke).toBe(false);
    token.revokedAt = new Date();
    expect([offered(normal), presentToken(actor(normal), token).state]).toEqual([false, 'revoked']);
  });
});
