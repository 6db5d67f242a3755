import { join } from 'node:path';
import { Router } from 'express';
import { panelFiles } from './panel-files.js';

// A panel address is words and ids in small letters; anything else under / is unknown and answered as such.
const panelPath = /^\/(?!(?:trpc|exports|assets)(?:\/|$))(?:[a-z][a-z0-9/-]*)?$/;

/** Serves the built panel: hashed files for ever, its page always fresh, and the page for every address that the panel has. */
export function panelRoutes(folder: string): Router {
  const router = Router({ caseSensitive: true });
  router.use('/assets', panelFiles(join(folder, 'assets'), { maxAge: '1y', immutable: true }));
  router.use(panelFiles(folder, { maxAge: '1h' }));
  router.get(/.*/, (req, res, next) => {
    if (!panelPath.test(req.path)) return next();
    res.setHeader('cache-control', 'no-cache');
    res.sendFile('index.html', { root: folder });
  });
  return router;
}
