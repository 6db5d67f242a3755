/** Plain `?a=b&c=d`: every value is text, so that a search for 123 stays a search for "123". */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** Leaves out what is not set, and what no address can hold. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'number' || (typeof value === 'string' && value !== '')) params.set(name, String(value));
    if (Array.isArray(value) && value.length > 0) params.set(name, value.join(','));
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** Reads one parameter of an address; undefined drops it. By hand: a validator would be a quarter of the first load. */
type Param<Value> = (text: string) => Value | undefined;

type Read<Shape extends Record<string, Param<unknown>>> = {
  [Name in keyof Shape]?: NonNullable<ReturnType<Shape[Name]>>;
};

/**
 * What a route's address holds. What is unknown or broken is dropped, and never an error. A broken value is named as
 * undefined: the router lays this over what it read from the address, and one left out would come through as it was.
 */
export function searchOf<Shape extends Record<string, Param<unknown>>>(shape: Shape) {
  return (search: Record<string, unknown>): Read<Shape> => {
    const found = Object.entries(shape).flatMap(([name, read]) => {
      const value = search[name];
      if (value === undefined) return [];
      // The router reads again what it has read.
      const text = Array.isArray(value) ? value.join(',') : value;
      return [[name, typeof text === 'string' || typeof text === 'number' ? read(String(text)) : undefined] as const];
    });
    return Object.fromEntries(found) as Read<Shape>; // each value comes from the parameter of its name
  };
}

export function oneOf<const Values extends readonly string[]>(values: Values): Param<Values[number]> {
  return (text) => values.find((value) => value === text);
}

/** Several, parted by commas; those that are none of them are left out. */
export function listOf<Value>(read: Param<Value>): Param<Value[]> {
  return (text) => {
    const found = text.split(',').map(read);
    const values = [...new Set(found.filter((value) => value !== undefined))];
    return values.length > 0 ? values : undefined;
  };
}

/** `name` sorts upwards, `-name` downwards. */
export function sortOf<const Keys extends readonly string[]>(keys: Keys): Param<Keys[number] | `-${Keys[number]}`> {
  const both = keys.flatMap((key: Keys[number]) => [key, `-${key}` as const]);
  return (text) => both.find((value) => value === text);
}

export function matching(pattern: RegExp): Param<string> {
  return (text) => (pattern.test(text) ? text : undefined);
}

export const searchText: Param<string> = (text) => {
  const trimmed = text.trim();
  return trimmed !== '' && trimmed.length <= 100 ? trimmed : undefined;
};
/** Dollars per 1 million tokens, as the server takes them. */
export const priceText = matching(/^\d{1,4}(\.\d{1,6})?$/);
export const wholeNumber: Param<number> = (text) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined);
/** From 2 on: the first page is not written to the address. */
export const pageNumber: Param<number> = (text) => (/^([2-9]|[1-9]\d{1,5})$/.test(text) ? Number(text) : undefined);
export const pageSizeChoice: Param<25 | 100> = (text) => ([25, 100] as const).find((size) => String(size) === text);
export const activeChoice = oneOf(['active', 'inactive']);
/** A day as `2026-05-03`, that a calendar has. */
export const dateText: Param<string> = (text) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : undefined;
};
export const slugText = matching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
export const publicIdText = matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
