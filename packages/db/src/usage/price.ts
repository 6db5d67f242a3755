import type { JsonObject } from '@ai-providers/contracts';

/** US dollars per 1 million tokens, as decimal strings. */
export interface Price {
  input: string | null;
  output: string | null;
  /** The day since when it is in force, where it was scheduled. */
  from: string | null;
}

interface Priced {
  pricingInput: string | null;
  pricingOutput: string | null;
  /** `config.pricing` of the model. */
  pricing: unknown;
}

/**
 * The price of a model on a day (UTC, YYYY-MM-DD): the latest scheduled one that has begun, else the columns. A side
 * that a scheduled price leaves out keeps what was in force before.
 */
export function priceOn({ pricingInput, pricingOutput, pricing }: Priced, day: string): Price {
  const begun = scheduledIn(pricing)
    .filter(({ from }) => from <= day)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return begun.reduce<Price>(
    (price, { from, input, output }) => ({
      input: decimalOf(input) ?? price.input,
      output: decimalOf(output) ?? price.output,
      from,
    }),
    { input: pricingInput, output: pricingOutput, from: null },
  );
}

interface Scheduled {
  from: string;
  input: unknown;
  output: unknown;
}

// The configuration is free JSON and may have been written past the contracts: what makes no sense counts for nothing.
function scheduledIn(pricing: unknown): Scheduled[] {
  const { scheduled } = objectOf(pricing);
  if (!Array.isArray(scheduled)) return [];
  return scheduled.map(objectOf).flatMap(({ from, input, output }) => (isDay(from) ? [{ from, input, output }] : []));
}

function objectOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}; // it came as JSON
}

function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const moment = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value);
}

/** What fits the column: up to four digits, a point, six more. */
function decimalOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? value.toFixed(6) : value;
  return typeof text === 'string' && /^\d{1,4}(\.\d{1,6})?$/.test(text) ? text : undefined;
}
