import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { modelCreateInput } from './ai-model.js';
import { fieldErrorsOf } from './field-errors.js';
import { providerCreateInput, providerUpdateInput } from './provider.js';
import { secretInput } from './secret.js';
import { tokenCreateInput } from './tokens.js';
import { adminCreateInput } from './admins.js';

const reasons = (schema: z.ZodType, value: unknown) => {
  const result = schema.safeParse(value);
  if (result.success) return {};
  return Object.fromEntries(Object.entries(fieldErrorsOf(result.error)).map(([path, { reason }]) => [path, reason]));
};

const provider = { name: 'Mistral' };
const model = { provider: 'mistral', name: 'Large', modelId: 'large', capabilities: ['chat'] };
const nested = (depth: number): unknown => (depth === 0 ? {} : { a: nested(depth - 1) });

describe('providerCreateInput', () => {
  it.each<[string, Record<string, unknown>, Record<string, string>]>([
    ['a missing name', { name: undefined }, { name: 'REQUIRED' }],
    ['a blank name', { name: '  ' }, { name: 'REQUIRED' }],
    ['a long name', { name: 'x'.repeat(101) }, { name: 'TOO_LONG' }],
    ['a control character', { name: 'a\u0000b' }, { name: 'UNSTORABLE_TEXT' }],
    ['a lone surrogate', { name: 'a\ud800' }, { name: 'UNSTORABLE_TEXT' }],
    ['an unknown field', { isSuperAdmin: true }, { isSuperAdmin: 'UNKNOWN_FIELD' }],
    ['a wrong slug', { slug: 'Not a slug' }, { slug: 'INVALID_FORMAT' }],
    ['an address that is none', { apiBaseUrl: 'api.example.com' }, { apiBaseUrl: 'INVALID_URL' }],
    ['an address with one slash', { apiBaseUrl: 'https:/example.com' }, { apiBaseUrl: 'INVALID_URL' }],
    ['another scheme', { apiBaseUrl: 'ftp://example.com' }, { apiBaseUrl: 'URL_SCHEME' }],
    ['credentials in an address', { apiBaseUrl: 'https://me:secret@example.com' }, { apiBaseUrl: 'URL_CREDENTIALS' }],
    ['a fragment', { website: 'https://example.com/#top' }, { website: 'URL_FRAGMENT' }],
    ['a config that is a list', { config: [] }, { config: 'CONFIG_NOT_OBJECT' }],
    ['a config that is text', { config: '{}' }, { config: 'CONFIG_NOT_OBJECT' }],
    ['a config nine levels deep', { config: nested(8) }, { config: 'CONFIG_TOO_DEEP' }],
    ['a config of 33 KB', { config: { a: 'x'.repeat(33 * 1024) } }, { config: 'CONFIG_TOO_LARGE' }],
    [
      'a config of 501 keys',
      { config: Object.fromEntries(Array.from({ length: 501 }, (_, key) => [`k${key}`, 1])) },
      { config: 'CONFIG_TOO_MANY_KEYS' },
    ],
    ['a prototype in a config', { config: JSON.parse('{"a":{"__proto__":{}}}') }, { config: 'CONFIG_FORBIDDEN_KEY' }],
    ['a constructor in a config', { config: { constructor: { prototype: {} } } }, { config: 'CONFIG_FORBIDDEN_KEY' }],
    [
      'a known config key of another shape',
      { config: { auth: { scheme: 'magic' } } },
      { 'config.auth.scheme': 'CONFIG_INVALID' },
    ],
    ['a sort order beyond the column', { sortOrder: 3_000_000_000 }, { sortOrder: 'TOO_BIG' }],
  ])('refuses %s and names the field', (_name, change, expected) => {
    expect(reasons(providerCreateInput, { ...provider, ...change })).toEqual(expected);
  });

  it('keeps unknown config keys and eight levels as they are', () => {
    const config = { mine: { any: ['thing', null, 1.5, true] }, deep: nested(6) };
    expect(providerCreateInput.parse({ ...provider, config }).config).toEqual(config);
  });

  it('writes addresses in one form', () => {
    expect(providerCreateInput.parse({ ...provider, apiBaseUrl: ' HTTPS://API.Example.com:443/v1/ ' }).apiBaseUrl).toBe(
      'https://api.example.com/v1',
    );
    expect(providerCreateInput.parse({ ...provider, apiBaseUrl: '' }).apiBaseUrl).toBe('');
  });

  it('keeps Persian names with their half-spaces', () => {
    expect(providerCreateInput.parse({ name: 'هوش\u200cیار' }).name).toBe('هوش\u200cیار');
  });
});

describe('providerUpdateInput', () => {
  it('takes null to remove a key and refuses fields outside the patch', () => {
    const publicId = '3f0e6a52-0f5c-4a3e-9d8f-0a2b8d2a7f10';
    expect(reasons(providerUpdateInput, { publicId, patch: { sharedApiKey: null } })).toEqual({});
    expect(reasons(providerUpdateInput, { publicId, patch: { totalRequests: '1' } })).toEqual({
      'patch.totalRequests': 'UNKNOWN_FIELD',
    });
    expect(reasons(providerUpdateInput, { publicId: '1', patch: {} })).toEqual({ publicId: 'INVALID_FORMAT' });
  });
});

describe('modelCreateInput', () => {
  it.each<[string, Record<string, unknown>, Record<string, string>]>([
    ['a negative price', { pricingInput: '-1' }, { pricingInput: 'INVALID_FORMAT' }],
    ['a price in words', { pricingInput: 'cheap' }, { pricingInput: 'INVALID_FORMAT' }],
    ['a price finer than the column', { pricingOutput: '0.0000001' }, { pricingOutput: 'INVALID_FORMAT' }],
    ['a price wider than the column', { pricingOutput: 12345 }, { pricingOutput: 'INVALID_FORMAT' }],
    ['an unknown capability', { capabilities: ['chat', 'telepathy'] }, { 'capabilities.1': 'NOT_ALLOWED' }],
    ['no tokens', { maxTokens: 0 }, { maxTokens: 'TOO_SMALL' }],
    ['tokens in words', { contextWindow: 'many' }, { contextWindow: 'NOT_A_NUMBER' }],
    ['tokens that are no number', { contextWindow: Number.NaN }, { contextWindow: 'NOT_A_NUMBER' }],
    ['half a token', { contextWindow: 1.5 }, { contextWindow: 'NOT_A_WHOLE_NUMBER' }],
  ])('refuses %s and names the field', (_name, change, expected) => {
    expect(reasons(modelCreateInput, { ...model, ...change })).toEqual(expected);
  });

  it('reads a price as it is written, and each capability once', () => {
    const parsed = modelCreateInput.parse({
      ...model,
      pricingInput: 2.5,
      pricingOutput: '10',
      capabilities: ['chat', 'chat'],
    });
    expect(parsed).toMatchObject({ pricingInput: '2.5', pricingOutput: '10', capabilities: ['chat'] });
  });
});

describe('secretInput', () => {
  it.each([
    ['', 'REQUIRED'],
    ['   ', 'REQUIRED'],
    ['x'.repeat(4097), 'TOO_LONG'],
    ['gAAAAABmF9bQ', 'SECRET_LOOKS_ENCRYPTED'],
    ['gAAAAACmF9bQ', 'SECRET_LOOKS_ENCRYPTED'],
    ['  gAAAAADmF9bQ', 'SECRET_LOOKS_ENCRYPTED'],
  ])('refuses %j', (value, reason) => {
    expect(reasons(secretInput, value)).toEqual({ '': reason });
  });

  it('takes a key that merely begins alike, without its blanks', () => {
    expect(secretInput.parse(' gAAAA-sk-123 ')).toBe('gAAAA-sk-123');
  });
});

describe('the other inputs', () => {
  it('refuses unknown scopes and none at all', () => {
    expect(reasons(tokenCreateInput, { name: 'ci', scopes: ['root'] })).toEqual({ 'scopes.0': 'NOT_ALLOWED' });
    expect(reasons(tokenCreateInput, { name: 'ci', scopes: [] })).toEqual({ scopes: 'REQUIRED' });
  });

  it('writes emails in small letters and wants twelve characters of a password', () => {
    const admin = { email: ' Sara@Example.com ', name: 'Sara', password: 'correct horse' };
    expect(adminCreateInput.parse(admin).email).toBe('sara@example.com');
    expect(reasons(adminCreateInput, { ...admin, password: 'short' })).toEqual({ password: 'TOO_SHORT' });
    expect(reasons(adminCreateInput, { ...admin, email: 'sara' })).toEqual({ email: 'INVALID_FORMAT' });
  });
});
