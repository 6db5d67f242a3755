import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
  type AnyRouter,
} from '@tanstack/react-router';
import { act, type ReactNode } from 'react';

/** A few pages under their addresses, of which the first is open, and the way to another. */
export function fakePages(pages: Record<string, () => ReactNode>) {
  const root = createRootRoute();
  const routes = Object.entries(pages).map(([path, component]) =>
    createRoute({ getParentRoute: () => root, path, component }),
  );
  const history = createMemoryHistory({ initialEntries: Object.keys(pages).slice(0, 1) });
  // The app's own type of router has other addresses.
  const router: AnyRouter = createRouter({ routeTree: root.addChildren(routes), history });
  return {
    Pages: () => <RouterProvider router={router} />,
    go: (href: string) => act(() => router.navigate({ href })),
  };
}
