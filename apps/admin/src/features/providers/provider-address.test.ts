import { describe, expect, it } from 'vitest';
import { buildProvider } from './fixtures/provider.js';
import { addressWarning, consequencesOf, movesOrigin } from './provider-address.js';

describe('addressWarning', () => {
  it.each([
    ['https://api.example.com', 'noVersion'],
    ['https://api.example.com/v1/v1/', 'doubled'],
    ['https://api.example.com/v1/chat/completions', 'endpoint'],
    ['http://api.example.com/v1', 'insecure'],
  ])('says of %s: %s', (address, warning) => {
    expect(addressWarning(address)).toBe(warning);
  });
  it.each([
    'https://api.example.com/v1',
    'https://api.example.com/v1beta/',
    'https://api.example.com/openai/v1',
    'http://localhost:11434/v1',
    '',
    'https://', // half typed: the contract speaks on blur
  ])('has nothing to say of %j', (address) => {
    expect(addressWarning(address)).toBeNull();
  });
});

describe('movesOrigin', () => {
  const stored = 'https://api.example.com/v1';
  it.each(['https://api.example.com', 'https://API.example.com:443/v2', 'not an address'])('not by %s', (typed) => {
    expect(movesOrigin(stored, typed)).toBe(false);
  });
  it.each(['http://api.example.com/v1', 'https://api.example.com:8443/v1', 'https://example.com', ''])(
    'by %j',
    (typed) => {
      expect(movesOrigin(stored, typed)).toBe(true);
    },
  );
});

describe('consequencesOf', () => {
  const stored = buildProvider();
  const elsewhere = { apiBaseUrl: 'https://evil.example/v1' };

  it('tells that the stored key goes when the address moves', () => {
    expect(consequencesOf(stored, elsewhere)).toEqual(['keyCleared']);
  });
  it.each([
    ['the key is entered again', stored, { ...elsewhere, sharedApiKey: 'sk-new' }],
    ['the key is removed anyway', stored, { ...elsewhere, sharedApiKey: null }],
    ['there is no key', buildProvider({ sharedApiKey: { set: false } }), elsewhere],
    ['the host stays', stored, { apiBaseUrl: 'https://api.example.com/v2' }],
  ])('says nothing of the key where %s', (_case, provider, patch) => {
    expect(consequencesOf(provider, patch)).toEqual([]);
  });
  it('tells that models stop, where there are any', () => {
    expect(consequencesOf(stored, { isActive: false })).toEqual(['modelsStop']);
    expect(consequencesOf(buildProvider({ models: { active: 0, total: 4 } }), { isActive: false })).toEqual([]);
    expect(consequencesOf(buildProvider({ isActive: false }), { isActive: false })).toEqual([]);
  });
});
