import { lazy, type ComponentType } from 'react';

/**
 * A part that the page can do without. Where it cannot be loaded, because the server does not answer or has another
 * build by now, nothing stands in its place: what is said about a failure must not fail itself.
 */
export function lazyExtra<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy<ComponentType<Props>>(() =>
    load()
      .catch(() => Nothing)
      .then((part) => ({ default: part })),
  );
}

const Nothing = () => null;
