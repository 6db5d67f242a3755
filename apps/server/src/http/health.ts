import { Router } from 'express';
import { pendingMigrations, secretsState } from '@ai-providers/db';
import type { Sequelize } from 'sequelize';

export interface Readiness {
  draining: boolean;
}

/** `/healthz` says that the process lives; `/readyz` that it can serve. A lost database fails the second only. */
export function healthRoutes(sequelize: Sequelize, readiness: Readiness, cacheState: () => string): Router {
  const router = Router({ caseSensitive: true });
  router.get('/healthz', (_req, res) => void res.json({ status: 'ok' }));
  router.get('/readyz', async (_req, res) => {
    const problem = await problemOf(sequelize, readiness);
    res.status(problem ? 503 : 200).json({ status: problem ?? 'ok', cache: cacheState() });
  });
  return router;
}

async function problemOf(sequelize: Sequelize, { draining }: Readiness): Promise<string | null> {
  if (draining) return 'draining';
  try {
    if ((await pendingMigrations(sequelize)).length > 0) return 'migrations_pending';
  } catch {
    return 'database_unavailable'; // whatever the cause, the answer is the same; the log of the failing calls has it
  }
  return secretsState(sequelize) === 'mismatch' ? 'encryption_key_mismatch' : null;
}
