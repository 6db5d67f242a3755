import type { AppRouter } from '@ai-providers/server';
import { httpBatchLink } from '@trpc/client';
import { createTRPCQueryUtils, createTRPCReact } from '@trpc/react-query';
import { watchedFetch } from './connection.js';
import { queryClient } from './query-client.js';

export type { AppRouter };

/** Hooks. A feature's own hooks call these; components do not. */
export const trpc = createTRPCReact<AppRouter>();

export const trpcClient = trpc.createClient({
  links: [httpBatchLink({ url: '/trpc', maxItems: 10, maxURLLength: 4000, fetch: watchedFetch })],
});

/** The same procedures for code outside React: route guards and loaders. */
export const api = createTRPCQueryUtils<AppRouter>({ queryClient, client: trpcClient });
