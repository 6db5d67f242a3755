/** Dollars per 1 million tokens, on a scale that grows by factors: most models lie below a dollar. */
export const priceStops = [
  '0',
  '0.01',
  '0.02',
  '0.05',
  '0.1',
  '0.2',
  '0.5',
  '1',
  '2',
  '5',
  '10',
  '20',
  '50',
  '100',
] as const;

/** Free, and the two that people ask for. */
export const usualPrices = ['0', '1', '5'] as const;

/** Tokens, from 4k to 2M. */
export const contextStops = [
  '4000',
  '8000',
  '16000',
  '32000',
  '64000',
  '128000',
  '200000',
  '256000',
  '400000',
  '512000',
  '1000000',
  '2000000',
] as const;

/** What is wrong with the bounds of a range, as text or number; the same that the address refuses. */
export function rangeProblem(
  min: string | number | undefined,
  max: string | number | undefined,
): 'notTokens' | 'emptyRange' | undefined {
  const bounds = [min, max].filter((bound) => bound !== undefined).map(String);
  if (bounds.some((bound) => !/^[1-9]\d{0,8}$/.test(bound))) return 'notTokens';
  return min !== undefined && max !== undefined && Number(min) > Number(max) ? 'emptyRange' : undefined;
}
