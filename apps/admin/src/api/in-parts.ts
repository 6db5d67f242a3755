import type { BulkResult } from '@ai-providers/contracts';
import type { RefObject } from 'react';

/** More than this are changed in parts, so that it can be told how far it is. */
export const partSize = 50;

export interface Progress {
  done: number;
  total: number;
}

/** What came of one call. */
export interface Part {
  results: BulkResult[];
  /** Those that were not so before. */
  changed?: string[];
}

export interface Answer extends Part {
  /** Those that it did not come to. */
  left?: string[];
  /** What the part was refused with at which it ended. */
  error?: unknown;
}

interface Loop {
  ids: readonly string[];
  stop: RefObject<boolean>;
  /** Changes the next part of those that are left. */
  send: (left: string[]) => Promise<Part>;
  onProgress: (progress: Progress) => void;
}

/** Until all are done, a part fails, or it is stopped. What was done by then is told in any case. */
export async function inParts({ ids, stop, send, onProgress }: Loop): Promise<Answer> {
  const results: BulkResult[] = [];
  const changed: string[] = [];
  let left = [...ids];
  while (left.length > 0 && !stop.current) {
    onProgress({ done: ids.length - left.length, total: ids.length });
    try {
      const part = await send(left);
      results.push(...part.results);
      changed.push(...(part.changed ?? []));
      left = without(left, part.results);
    } catch (error) {
      return { results, changed, left, error };
    }
  }
  return { results, changed, left };
}

function without(ids: readonly string[], answered: readonly BulkResult[]): string[] {
  const known = new Set(answered.map(({ publicId }) => publicId));
  const left = ids.filter((id) => !known.has(id));
  if (left.length === ids.length) throw new Error('a part was answered for none of its rows');
  return left;
}
