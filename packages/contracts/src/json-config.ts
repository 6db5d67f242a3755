import { z } from 'zod';
import { limits } from './limits.js';
import { isStorable } from './text.js';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** A JSON object that is safe to store and to merge: bounded in bytes, depth and keys, without prototype keys. */
export const jsonObject = z.custom<JsonObject>().superRefine((value, context) => {
  const problem = problemOf(value);
  if (problem) context.addIssue({ code: 'custom', params: { reason: problem[0] }, message: problem[1] });
});

function problemOf(value: unknown): [reason: string, message: string] | undefined {
  if (!isPlainObject(value)) return ['CONFIG_NOT_OBJECT', 'Must be a JSON object'];
  // A list of work instead of recursion: a hostile value may be nested 100,000 deep.
  const open: { value: unknown; depth: number }[] = [{ value, depth: 1 }];
  let keys = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value === 'string' && !isStorable(next.value)) {
      return ['UNSTORABLE_TEXT', 'Holds characters that cannot be stored'];
    }
    if (typeof next.value !== 'object' || next.value === null) {
      if (!isScalar(next.value)) return ['CONFIG_NOT_JSON', 'Holds a value that is not JSON'];
      continue;
    }
    if (next.depth > limits.configDepth) return ['CONFIG_TOO_DEEP', `May be nested ${limits.configDepth} levels deep`];
    const entries: [string, unknown][] = Object.entries(next.value);
    for (const [key, inner] of entries) {
      open.push({ value: inner, depth: next.depth + 1 });
      if (forbiddenKeys.has(key)) return ['CONFIG_FORBIDDEN_KEY', `The key "${key}" is not allowed`];
      if (!isStorable(key)) return ['UNSTORABLE_TEXT', 'Holds characters that cannot be stored'];
      keys += 1;
      if (keys > limits.configKeys) return ['CONFIG_TOO_MANY_KEYS', `May hold ${limits.configKeys} keys`];
    }
  }
  const bytes = new TextEncoder().encode(JSON.stringify(value)).length;
  return bytes > limits.configBytes ? ['CONFIG_TOO_LARGE', `May hold ${limits.configBytes / 1024} KB`] : undefined;
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): boolean {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  );
}
