import type { JsonObject } from '@ai-providers/contracts';
import { integerOf } from '../../../i18n/digits.js';

/** Milliseconds: to connect, until an answer begins, and between two parts of one. */
export const timeouts = ['connect_ms', 'headers_ms', 'idle_ms'] as const;
export type Timeout = (typeof timeouts)[number];

export interface Header {
  name: string;
  value: string;
}

/** A timeout as a field shows it; '' for none. */
export function timeoutText({ timeouts: held }: JsonObject, name: Timeout): string {
  const value = isObject(held) ? held[name] : undefined;
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}

/** The config with another timeout. What is no whole number goes in as it was typed, for the contract to refuse. */
export function withTimeout(config: JsonObject, name: Timeout, text: string): JsonObject {
  const value = integerOf(text);
  const { [name]: _, ...others } = isObject(config.timeouts) ? config.timeouts : {};
  const next: JsonObject = value === null ? others : { ...others, [name]: Number.isNaN(value) ? text : value };
  return withPart(config, 'timeouts', next);
}

export function headersOf({ headers }: JsonObject): Header[] {
  if (!isObject(headers)) return [];
  return Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : []));
}

/** The config with these headers and no others; of two of one name the last counts. */
export function withHeaders(config: JsonObject, rows: readonly Header[]): JsonObject {
  const named = rows.map(({ name, value }) => [name.trim(), value] as const).filter(([name]) => name !== '');
  const last = new Map(named.map(([name, value]) => [name.toLowerCase(), [name, value] as const]));
  return withPart(config, 'headers', Object.fromEntries(last.values()));
}

/** Why a row does not reach the config as it stands there. */
export function headerProblem(rows: readonly Header[], index: number): 'nameless' | 'doubled' | undefined {
  const { name = '', value = '' } = rows[index] ?? {};
  if (name.trim() === '') return value === '' ? undefined : 'nameless';
  const isSame = (other: Header) => other.name.trim().toLowerCase() === name.trim().toLowerCase();
  return rows.slice(index + 1).some(isSame) ? 'doubled' : undefined;
}

/** Every other key stays, and where it stood. An empty part is left out. */
function withPart(config: JsonObject, key: 'timeouts' | 'headers', part: JsonObject): JsonObject {
  if (Object.keys(part).length > 0) return { ...config, [key]: part };
  const { [key]: _, ...rest } = config;
  return rest;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
