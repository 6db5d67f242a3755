import { z } from 'zod';

/** Plain `?a=b&c=d`: every value is text, so that a search for 123 stays a search for "123". */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** Leaves out what is not set, and what no address can hold. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'number' || (typeof value === 'string' && value !== '')) params.set(name, String(value));
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** A parameter that is dropped when it is broken. Defaults are not written to the address. */
export function param<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined);
}

export const searchText = param(z.string().trim().min(1).max(100));
export const pageNumber = param(z.coerce.number().int().min(2).max(1_000_000));
export const pageSizeChoice = param(z.coerce.number().pipe(z.literal([25, 100])));
export const activeChoice = param(z.enum(['active', 'inactive']));
