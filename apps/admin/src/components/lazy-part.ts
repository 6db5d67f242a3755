import { lazy, type ComponentType } from 'react';
import { untilItComes } from '../files.js';

/**
 * A part of a page that is loaded when it is wanted. While it cannot be, because the server does not answer or has
 * another build by now, its place stays as it is while loading: an error would take away the whole page, with what was
 * typed there.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy<ComponentType<Props>>(async () => ({ default: await untilItComes(load) }));
}
