import { t } from '../trpc/init.js';
import { adminsRouter } from './admins.js';
import { auditRouter } from './audit.js';
import { authRouter } from './auth.js';
import { keysRouter } from './keys.js';
import { modelsRouter } from './models.js';
import { profileRouter } from './profile.js';
import { providersRouter } from './providers.js';
import { settingsRouter } from './settings.js';
import { systemRouter } from './system.js';
import { tokensRouter } from './tokens.js';
import { usageQueriesRouter } from './usage-queries.js';
import { usageRouter } from './usage.js';

/** Every procedure, by resource. */
export const appRouter = t.router({
  admins: adminsRouter,
  audit: auditRouter,
  auth: t.mergeRouters(authRouter, profileRouter),
  keys: keysRouter,
  models: modelsRouter,
  providers: providersRouter,
  settings: settingsRouter,
  system: systemRouter,
  tokens: tokensRouter,
  usage: t.mergeRouters(usageRouter, usageQueriesRouter),
});

export type AppRouter = typeof appRouter;
