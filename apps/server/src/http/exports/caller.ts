import { appRouter } from '../../routers/index.js';
import { t } from '../../trpc/init.js';

/** The procedures without tRPC's own protocol: with the same rights, inputs and outputs. */
export const createCaller = t.createCallerFactory(appRouter);
