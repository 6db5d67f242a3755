import type { AIModelAttributes } from '../models/ai-model.js';
import { AIModel } from '../models/ai-model.js';
import { AIProvider, type AIProviderAttributes } from '../models/ai-provider.js';
import { LimitRequest } from '../models/limit-request.js';
import { Session, type SessionAttributes } from '../models/session.js';
import { User, type UserAttributes } from '../models/user.js';

let serial = 0;

/** A stored provider, unlike every other. */
export function buildProvider(overrides: Partial<AIProviderAttributes> = {}): Promise<AIProvider> {
  serial += 1;
  return AIProvider.create({
    name: `Provider ${serial}`,
    slug: `provider-${serial}`,
    displayName: `Provider ${serial}`,
    apiBaseUrl: `https://api-${serial}.example.com/v1`,
    sharedApiKey: `sk-test-shared-${serial}-abcd`,
    ...overrides,
  });
}

/** A stored model of a provider. */
export function buildModel(provider: AIProvider, overrides: Partial<AIModelAttributes> = {}): Promise<AIModel> {
  serial += 1;
  return AIModel.create({
    providerId: provider.id,
    name: `Model ${serial}`,
    modelId: `model-${serial}`,
    displayName: `Model ${serial}`,
    capabilities: ['chat'],
    ...overrides,
  });
}

/** A stored normal admin whose password nobody has; `isSuperuser: true` makes a super admin. */
export function buildUser(overrides: Partial<UserAttributes> = {}): Promise<User> {
  serial += 1;
  return User.create({
    email: `admin-${serial}@example.com`,
    name: `Admin ${serial}`,
    passwordHash: 'no password',
    ...overrides,
  });
}

/** A stored session of a user, which no cookie opens. */
export function buildSession(user: User, overrides: Partial<SessionAttributes> = {}): Promise<Session> {
  serial += 1;
  const now = Date.now();
  return Session.create({
    userId: user.id,
    tokenHash: String(serial).padStart(64, '0'),
    expiresAt: new Date(now + 86_400_000),
    lastSeenAt: new Date(now),
    ...overrides,
  });
}

/** An open request of an admin for 5,000 requests a month, in place of any other. */
export async function buildLimitRequest(admin: User, provider: AIProvider): Promise<LimitRequest> {
  const pair = { adminId: admin.id, providerId: provider.id };
  await LimitRequest.destroy({ where: pair });
  return LimitRequest.create({ ...pair, monthlyLimit: 5000 });
}
