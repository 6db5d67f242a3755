import { fieldErrorsOf, type JsonObject } from '@ai-providers/contracts';
import type { z } from 'zod';
import type { JsonProblem, TextPlace } from '../components/JsonField.js';
import { fieldSentence } from './error-message.js';

/** What the contract refuses as "not JSON": stands for text that does not parse. */
const notJson: JsonObject = { '': Number.NaN };

export function configText(config: JsonObject): string {
  return JSON.stringify(config, null, 2);
}

/** The configuration in a text. Nothing typed is an empty one; what does not parse is for the contract to refuse. */
export function configOf(text: string): JsonObject {
  if (text.trim() === '') return {};
  const parsed = parse(text);
  return 'value' in parsed ? (parsed.value as JsonObject) : notJson; // the contract checks that it is an object
}

/** What the contract's schema says against a text, by path. */
export function configProblems(schema: z.ZodType, text: string): JsonProblem[] {
  const result = schema.safeParse(configOf(text));
  if (result.success) return [];
  const place = placeOf(text);
  return Object.entries(fieldErrorsOf(result.error)).map(([path, error]) => ({
    path,
    sentence: fieldSentence(error),
    ...(place && { place }),
  }));
}

function placeOf(text: string): TextPlace | undefined {
  const parsed = text.trim() === '' ? undefined : parse(text);
  return parsed && 'fault' in parsed ? errorPlace(parsed.fault, text) : undefined;
}

function parse(text: string): { value: unknown } | { fault: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : '' }; // JSON.parse throws for bad text only
  }
}

/** Engines say the place in words of their own: Chromium as a position, Firefox as line and column, some not at all. */
export function errorPlace(message: string, text: string): TextPlace | undefined {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) {
    const before = text.slice(0, Number(position)).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  return line === undefined || column === undefined ? undefined : { line: Number(line), column: Number(column) };
}
