import type { Json, JsonObject } from '@ai-providers/contracts';
import { perMillion, pricePer, type PriceUnit } from './price.js';

/** A change of prices to come, as the form holds it. A type, because forms hold records. */
export type ScheduledPrice = {
  /** The day (UTC) from which on it is in force, YYYY-MM-DD. */
  from: string;
  input: string;
  output: string;
  /** The entry as it is stored, with what the form does not show. */
  stored: JsonObject;
};

export const newScheduledPrice = (): ScheduledPrice => ({ from: '', input: '', output: '', stored: {} });

/** Parts a config from its scheduled prices, which have fields of their own. What has another form stays where it is. */
export function withoutScheduled(config: JsonObject): [rest: JsonObject, scheduled: ScheduledPrice[]] {
  const { pricing, ...rest } = config;
  if (!isObject(pricing) || !Array.isArray(pricing.scheduled)) return [config, []];
  const { scheduled, ...others } = pricing;
  if (!scheduled.every(isObject)) return [config, []];
  const prices = scheduled.map((stored) => ({
    from: typeof stored.from === 'string' ? stored.from : '',
    input: textOf(stored.input),
    output: textOf(stored.output),
    stored,
  }));
  return [Object.keys(others).length > 0 ? { ...rest, pricing: others } : rest, prices];
}

/** The config with its scheduled prices, those of the form before any that were typed as JSON. */
export function withScheduled(config: JsonObject, scheduled: readonly ScheduledPrice[], unit: PriceUnit): JsonObject {
  if (scheduled.length === 0 || !isObject(config)) return config;
  const pricing = isObject(config.pricing) ? config.pricing : {};
  const typed = Array.isArray(pricing.scheduled) ? pricing.scheduled : [];
  return { ...config, pricing: { ...pricing, scheduled: [...scheduled.map((each) => entryOf(each, unit)), ...typed] } };
}

/** The same prices for another unit. */
export function inUnit(scheduled: readonly ScheduledPrice[], from: PriceUnit, to: PriceUnit): ScheduledPrice[] {
  const convert = (price: string) => pricePer(to, perMillion(from, price));
  return scheduled.map((each) => ({ ...each, input: convert(each.input), output: convert(each.output) }));
}

function entryOf({ from, input, output, stored }: ScheduledPrice, unit: PriceUnit): JsonObject {
  const { input: storedInput, output: storedOutput, ...rest } = stored;
  return {
    ...rest,
    from,
    ...sideOf('input', perMillion(unit, input), storedInput),
    ...sideOf('output', perMillion(unit, output), storedOutput),
  };
}

/** A price that nobody touched is written as it was, be it a number or text. */
function sideOf(side: 'input' | 'output', price: string, stored: Json | undefined): JsonObject {
  if (stored !== undefined && price === textOf(stored)) return { [side]: stored };
  return price === '' ? {} : { [side]: price };
}

function textOf(price: Json | undefined): string {
  if (typeof price === 'number') return String(price).includes('e') ? price.toFixed(6) : String(price);
  return typeof price === 'string' ? price : '';
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
