/** Dollars per 1 million tokens, as the contract takes them: up to six digits after the point. */
const decimal = /^(\d{1,4})(?:\.(\d{1,6}))?$/;

const inputTokens = 1000n;
const outputTokens = 500n;
/** A price has six decimals and is per 10^6 tokens, so a cost has twelve. */
const costDigits = 12;

export const exampleTokens = { input: Number(inputTokens), output: Number(outputTokens) };

/** A price in its shortest form, such as `2.5` for `2.500000`. What is no price stays as it was typed. */
export function shortPrice(price: string): string {
  const text = price.trim();
  if (!decimal.test(text)) return text;
  const [whole = '', part = ''] = text.split('.');
  return joined(whole, part);
}

/** Whether a text is a price that the contract takes. */
export const isPrice = (text: string): boolean => decimal.test(text.trim());

/** What a price is told for; the server keeps it for a million tokens. */
export const priceUnits = ['million', 'thousand', 'token'] as const;
export type PriceUnit = (typeof priceUnits)[number];
/** How far the point of a price for one unit stands from that for a million tokens. */
const places = { million: 0, thousand: 3, token: 6 } satisfies Record<PriceUnit, number>;

/** A price for a million tokens as the price for a unit, to its last digit. What is no number stays as it is. */
export const pricePer = (unit: PriceUnit, price: string): string => shiftPoint(price, -places[unit]);
/** The price for a million tokens of one for a unit. */
export const perMillion = (unit: PriceUnit, price: string): string => shiftPoint(price, places[unit]);

/** Multiplies by a power of ten, in text: a float would round. */
function shiftPoint(price: string, by: number): string {
  const text = price.trim();
  if (by === 0 || !/^\d+(\.\d+)?$/.test(text)) return text;
  const [whole = '', part = ''] = text.split('.');
  const point = whole.length + by;
  const digits = ('0'.repeat(Math.max(0, 1 - point)) + whole + part).padEnd(point, '0');
  const at = Math.max(1, point);
  return joined(digits.slice(0, at), digits.slice(at));
}

function joined(whole: string, part: string): string {
  const digits = part.replace(/0+$/, '');
  const short = whole.replace(/^0+(?=\d)/, '');
  return digits === '' ? short : `${short}.${digits}`;
}

export function isFree(price: string): boolean {
  return shortPrice(price) === '0';
}

interface Prices {
  pricingInput: string;
  pricingOutput: string;
}

/** What 1 000 tokens in and 500 out cost, as a decimal string; a price that is not given costs nothing here. */
export function exampleCost({ pricingInput, pricingOutput }: Prices): string | null {
  if (pricingInput.trim() === '' && pricingOutput.trim() === '') return null;
  const input = microDollars(pricingInput);
  const output = microDollars(pricingOutput);
  if (input === null || output === null) return null;
  return decimalOf(input * inputTokens + output * outputTokens);
}

/** Millionths of a dollar per 1 million tokens; null for what is no price. */
function microDollars(price: string): bigint | null {
  const text = price.trim();
  if (text === '') return 0n;
  const [, whole, part = ''] = decimal.exec(text) ?? [];
  return whole === undefined ? null : BigInt(whole + part.padEnd(6, '0'));
}

function decimalOf(units: bigint): string {
  const digits = units.toString().padStart(costDigits + 1, '0');
  const part = digits.slice(-costDigits).replace(/0+$/, '');
  const whole = digits.slice(0, -costDigits);
  return part === '' ? whole : `${whole}.${part}`;
}
