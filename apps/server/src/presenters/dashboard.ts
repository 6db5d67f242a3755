import type { AttentionItem, DashboardOutput } from '@ai-providers/contracts';
import { setupSteps } from '@ai-providers/contracts/names';
import {
  lastDayBefore,
  startOfNextMonth,
  type AdminProviderSettings,
  type AIProvider,
  type Installation,
  type MonthSoFar,
  type NearLimit,
  type OpenLimitRequest,
  type User,
} from '@ai-providers/db';
import type { Actor } from '../policies/actor.js';
import { presentSettings } from './people.js';

export function presentMonth({ total, before }: MonthSoFar, now: Date): DashboardOutput['month'] {
  return {
    resetsAt: startOfNextMonth(now).toISOString(),
    requests: total.requests ?? '0',
    requestsBefore: before.requests ?? '0',
    inputTokens: total.inputTokens ?? '0',
    outputTokens: total.outputTokens ?? '0',
  };
}

/** For super admins alone. */
export function presentInstallation(found: Installation, viewer: User): DashboardOutput['installation'] {
  const { counts, setup, nearLimits } = found;
  const steps = setupSteps.map((step) => ({ step, done: setup[step] }));
  const isSetUp = steps.every(({ done }) => done) || viewer.preferences.checklist === 'hidden';
  return {
    providers: { active: counts.activeProviders, total: counts.providers },
    activeModels: counts.activeModels,
    adminsNearLimit: nearLimits.admins,
    attention: presentAttention(found),
    moreAttention: nearLimits.total - nearLimits.rows.length,
    setup: isSetUp ? null : steps,
  };
}

/** For everybody else: their own and nothing of others. */
export function presentOwn(
  actor: Actor,
  settings: readonly AdminProviderSettings[],
  nextSteps: NonNullable<DashboardOutput['own']>['nextSteps'],
  now: Date,
): DashboardOutput['own'] {
  return { settings: settings.map((each) => presentSettings(actor, each, now)), nextSteps };
}

/** What somebody waits for first, then what stops calls, then the rest. */
function presentAttention({ limitRequests, keys, nearLimits, retired, drift }: Installation): AttentionItem[] {
  return [
    ...limitRequests.map(presentRequest),
    ...withProviders('keysUnreadable', keys.unreadable),
    ...nearLimits.rows.map(presentNearLimit),
    ...withProviders('keysMissing', keys.missing),
    ...retired.map(({ slug, displayName, models }): AttentionItem => ({
      kind: 'modelsRetired',
      provider: { slug, displayName },
      models,
    })),
    ...(drift && drift.rows > 0 ? [{ kind: 'drift' as const, counters: drift.rows, checkedAt: drift.checkedAt }] : []),
  ];
}

function presentRequest(row: OpenLimitRequest): AttentionItem {
  const { publicId, monthlyUsage, monthlyLimit, requestedLimit, note, requestedAt } = row;
  return {
    kind: 'limitRequest',
    publicId,
    ...sidesOf(row),
    monthlyUsage,
    monthlyLimit,
    request: { monthlyLimit: requestedLimit, note, requestedAt: requestedAt.toISOString() },
  };
}

function presentNearLimit(row: NearLimit): AttentionItem {
  const { monthlyUsage, monthlyLimit, usualLimit, raisedUntil } = row;
  const raise = raisedUntil && { monthlyLimit, until: lastDayBefore(raisedUntil) };
  return { kind: 'nearLimit', ...sidesOf(row), monthlyUsage, monthlyLimit, usualLimit, raise };
}

const sidesOf = (row: OpenLimitRequest | NearLimit) => ({
  admin: { publicId: row.adminPublicId, name: row.adminName, email: row.adminEmail },
  provider: { slug: row.providerSlug, displayName: row.providerName },
});

function withProviders(kind: 'keysUnreadable' | 'keysMissing', providers: readonly AIProvider[]): AttentionItem[] {
  if (providers.length === 0) return [];
  return [{ kind, providers: providers.map(({ slug, displayName }) => ({ slug, displayName })) }];
}
