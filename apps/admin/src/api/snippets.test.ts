import type { TokenScope } from '@ai-providers/contracts';
import { describe, expect, it } from 'vitest';
import { providerSnippets, resolveSnippets, tokenSnippets } from './snippets.js';

const url = 'https://providers.example.com';
const textOf = (id: string, options: Omit<Parameters<typeof tokenSnippets>[0], 'url'> = {}) =>
  tokenSnippets({ url, ...options }).find((snippet) => snippet.id === id)?.text;

describe('the snippets of a token', () => {
  it.each<[TokenScope[], string]>([
    [['registry:read', 'keys:resolve'], 'providers.active'],
    [['admin'], 'providers.active'],
    [['keys:resolve', 'usage:write'], 'keys.resolve'],
    [['usage:write'], 'usage.record'],
  ])('of %j make the call %s, which it may', (scopes, path) => {
    expect(textOf('curl', { scopes })).toContain(`${url}/trpc/${path}`);
    expect(textOf('typescript', { scopes })).toContain(`client.${path}.`);
  });
  it('name a provider that it may use', () => {
    const limited = { scopes: ['usage:write'] as const, provider: 'groq' };
    expect(textOf('curl', limited)).toContain('"provider":"groq"');
    expect(textOf('typescript', limited)).toContain("provider: 'groq'");
  });
  it('take the token from the environment, and write it there alone', () => {
    const token = 'dap_CANARY';
    expect(textOf('env', { token })).toBe(`DAPS_TOKEN=${token}\n`);
    expect(textOf('curl', { token })).toContain('Bearer $DAPS_TOKEN');
    expect(textOf('typescript', { token })).toContain('process.env.DAPS_TOKEN');
    for (const id of ['curl', 'typescript']) expect(textOf(id, { token })).not.toContain('CANARY');
  });
  it('send what is a change as a body, and what is a question in the address', () => {
    expect(textOf('curl', { scopes: ['usage:write'] })).toMatch(/Content-Type[^]* -d '\{/);
    expect(textOf('curl', { scopes: ['keys:resolve'] })).toMatch(/^curl -G [^]*--data-urlencode 'input=\{/);
  });
});

describe.each([
  ['a provider', providerSnippets(url, 'groq')],
  ['the key for a provider', resolveSnippets(url, 'groq')],
])('the snippets of %s', (_what, snippets) => {
  it('stand in the same languages, in the same order', () => {
    expect(snippets.map(({ id }) => id)).toEqual(tokenSnippets({ url }).map(({ id }) => id));
  });
  it('name this server and provider, and the token by its variable alone', () => {
    for (const { text } of snippets.filter(({ id }) => id !== 'env')) {
      for (const part of [url, 'groq', 'DAPS_TOKEN']) expect(text).toContain(part);
      expect(text).not.toContain('dap_');
    }
    expect(snippets.at(-1)?.text).toBe('DAPS_TOKEN=dap_…\n');
  });
});
