import type { RouteComponent } from '@tanstack/react-router';
import { use, type ComponentType } from 'react';
import { unlessLost } from '../files.js';

/**
 * A page whose code is loaded when somebody goes there, or points at a link to it. While the server is away, the router
 * waits for it; where its file is lost, `RouteError` loads the document anew.
 * @param name what the module calls it
 */
export function lazyPage<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): RouteComponent {
  let Page: ComponentType | undefined;
  let coming: Promise<void> | undefined;
  const ask = async () => {
    try {
      Page = (await unlessLost(load))[name];
    } catch (error) {
      coming = undefined; // the next one who comes here asks again
      throw error;
    }
  };
  const preload = () => (coming ??= ask());
  function LazyPage() {
    if (!Page) use(preload());
    return Page && <Page />;
  }
  return Object.assign(LazyPage, { preload });
}
