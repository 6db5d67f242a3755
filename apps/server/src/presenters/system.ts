import type { SetupChecks, SystemRotateKeysOutput, SystemSettings, SystemStatusOutput } from '@ai-providers/contracts';
import type { RotationPart, SetupFacts, SystemStatus } from '@ai-providers/db';

type Condition = keyof SystemStatusOutput['secretKey']['unusable'];

export function presentSystemSettings({ defaultMonthlyLimit }: SystemSettings): SystemSettings {
  return { defaultMonthlyLimit };
}

/** Counts of stored keys and never their owners: who they are is for a rotation to tell. */
export function presentSystem(
  status: SystemStatus,
  { version, publicUrl }: { version: string; publicUrl: string | null },
): SystemStatusOutput {
  const { keys } = status;
  const unusable = (condition: Condition) => keys.left.filter((secret) => secret.condition === condition).length;
  return {
    version,
    publicUrl: publicUrl === null ? null : withoutCredentials(publicUrl),
    database: {
      kind: status.embedded ? 'embedded' : 'postgresql',
      version: status.databaseVersion,
      migration: status.migration,
    },
    cache: status.cache,
    secretKey: {
      state: status.secrets,
      keys: Object.entries(keys.byKey).map(([keyId, secrets]) => ({ keyId, secrets, writes: keyId === status.keyId })),
      unusable: {
        unreadable: unusable('unreadable'),
        misplaced: unusable('misplaced'),
        unbound: unusable('unbound'),
      },
      underOlderKeys: keys.underOlderKeys,
    },
    usage: {
      drift: status.drift?.rows ?? null,
      driftCheckedAt: status.drift?.checkedAt ?? null,
      open: status.pending.open,
      waiting: status.pending.waiting,
    },
  };
}

/** Names whose key stays as it is, and nothing of a key. */
export function presentRotation({ done, total, changed, through, left }: RotationPart): SystemRotateKeysOutput {
  const failed = left.map(({ provider, admin, condition }) => ({ provider, admin, condition }));
  return { done, total, changed, through, failed };
}

/** Of an address what people see in their browsers, whatever else somebody wrote into it. */
function withoutCredentials(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname.replace(/\/$/, '')}`;
}

/** @param addresses PUBLIC_URL, and where the browser found the panel; neither is told */
export function presentSetupFacts(
  facts: SetupFacts,
  { publicUrl, origin }: { publicUrl: string | null; origin: string },
): SetupChecks {
  return {
    database: facts.embedded ? 'embedded' : 'postgresql',
    pendingMigrations: facts.pendingMigrations,
    cache: facts.cache,
    secretKey: facts.secrets,
    publicUrl: publicUrl === null ? 'unset' : new URL(publicUrl).origin === origin ? 'same' : 'other',
  };
}
