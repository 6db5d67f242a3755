import { z } from 'zod';
import { limits } from './limits.js';

/** The part that every paged list takes. Pages count from 1. */
export const paging = {
  search: z.string().trim().max(limits.search).optional(),
  page: z.int().min(1).max(1_000_000).default(1),
  pageSize: z.int().min(1).max(limits.pageSizeMax).default(limits.pageSizeDefault),
};

/** `name` sorts upwards, `-name` downwards. */
export function sortBy<const Keys extends readonly string[]>(keys: Keys) {
  const both = keys.flatMap((key) => [key, `-${key}`]) as [Keys[number] | `-${Keys[number]}`]; // two of each, and at least one key
  return z.enum(both).optional();
}

/** A page of rows and how many rows match in all. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), total: z.int() });
}

export const publicId = z.uuid();
/** ISO 8601 in UTC. */
export const timestamp = z.string();
/** A 64-bit count as a decimal string. */
export const bigCount = z.string();
/** `updatedAt` as the caller saw it; another value in the row means that somebody else saved meanwhile. */
export const expectedUpdatedAt = z.iso.datetime({ offset: true }).optional();
