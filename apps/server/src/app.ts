import { createExpressMiddleware } from '@trpc/server/adapters/express';
import express, { type Express } from 'express';
import type { Database, RegistryCache } from '@ai-providers/db';
import { createContextFactory } from './http/create-context.js';
import { answerError } from './http/error-answer.js';
import { exportRoutes } from './http/exports/export-routes.js';
import { finalError } from './http/final-error.js';
import { healthRoutes, type Readiness } from './http/health.js';
import { jsonBody } from './http/json-body.js';
import { packedAnswers } from './http/packed-answers.js';
import { panelRoutes } from './http/panel.js';
import { requestId } from './http/request-id.js';
import { requestLimits, requestSize } from './http/request-limits.js';
import { responseMeta } from './http/response-meta.js';
import { ownSite, sameOrigin } from './http/same-origin.js';
import { securityHeaders } from './http/security-headers.js';
import { appRouter } from './routers/index.js';
import type { Deps } from './trpc/context.js';

export interface AppOptions extends Deps {
  database: Database;
  cache: RegistryCache;
  readiness: Readiness;
  /** Proxies whose `X-Forwarded-*` headers are believed. */
  trustedProxies: string[];
  /** The built panel; none in tests of the API. */
  panelFolder: string | null;
}

/** The whole server as one Express application. It starts nothing: whoever calls it listens, and closes what it got. */
export function createApp(options: AppOptions): Express {
  const { database, cache, readiness, publicUrl, log } = options;
  const https = publicUrl?.startsWith('https:') ?? false;
  const publicOrigin = publicUrl && new URL(publicUrl).origin;
  const packed = packedAnswers({ publicOrigin });
  const createContext = createContextFactory({ ...options, https });
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.set('trust proxy', options.trustedProxies.length > 0 ? options.trustedProxies : false);

  app.use(requestId);
  app.use(securityHeaders({ https }));
  app.use(healthRoutes(database.sequelize, readiness, () => cache.state()));
  app.use(
    '/trpc',
    noStore,
    packed,
    requestSize,
    sameOrigin({ publicOrigin }),
    jsonBody,
    createExpressMiddleware({
      router: appRouter,
      createContext,
      responseMeta,
      maxBatchSize: requestLimits.batch,
      maxBodySize: requestLimits.bodyBytes,
    }),
  );
  app.use('/exports', noStore, packed, ownSite({ publicOrigin }), exportRoutes(createContext));
  if (options.panelFolder) app.use(panelRoutes(options.panelFolder));
  app.use((_req, res) => answerError(res, 404, 'NOT_FOUND', 'There is nothing at this address'));
  app.use(finalError(log));
  return app;
}

// Answers depend on who asks, and one of them holds a key.
const noStore: express.RequestHandler = (_req, res, next) => {
  res.setHeader('cache-control', 'no-store');
  next();
};
