import { createBrowserHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import type { ReactElement } from 'react';

/** A router of one page, for parts that block its way. */
export async function inRouter(page: () => ReactElement | false): Promise<ReactElement> {
  const router = createRouter({ routeTree: createRootRoute({ component: page }), history: createBrowserHistory() });
  await router.load();
  // The type of the router is that of the panel's own routes.
  return <RouterProvider router={router as never} />;
}
