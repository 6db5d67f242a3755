import { lazy, type ComponentType } from 'react';

/**
 * A part of a page that is loaded when it is wanted. While it cannot be, because the server does not answer or has
 * another build by now, its place stays as it is while loading, and it is asked for again: an error would take away
 * the whole page, with what was typed there.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy<ComponentType<Props>>(async () => ({ default: await untilItComes(load) }));
}

const pauseMs = 5000;

async function untilItComes<Part>(load: () => Promise<Part>): Promise<Part> {
  for (;;) {
    try {
      return await load();
    } catch (error) {
      reportError(error); // to the console
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
