import { tokenPattern as serversPattern } from '@ai-providers/contracts';
import { describe, expect, it } from 'vitest';
import { apiAddress, checkedToken, tokenPattern } from './client-options.js';
import { createClient } from './create-client.js';

const token = `dap_${'a1B'.repeat(16)}z`;

describe('apiAddress', () => {
  it.each([
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000/trpc'],
    ['http://127.0.0.1:3000/', 'http://127.0.0.1:3000/trpc'],
    ['http://127.0.0.1:3000/trpc', 'http://127.0.0.1:3000/trpc'],
    ['http://127.0.0.1:3000/trpc/', 'http://127.0.0.1:3000/trpc'],
    ['https://tools.example.com/ai/', 'https://tools.example.com/ai/trpc'],
    ['https://tools.example.com/my-trpc', 'https://tools.example.com/my-trpc/trpc'],
    ['HTTPS://Tools.Example.com', 'https://tools.example.com/trpc'],
  ])('reads %s as %s', (url, address) => {
    expect(apiAddress(url)).toBe(address);
  });

  it.each(['', 'providers.example.com', '/trpc', 'http://'])('refuses "%s", which is no address', (url) => {
    expect(() => apiAddress(url)).toThrow(/^createClient: url must be the server's address/);
  });

  it.each(['ftp://example.com', 'localhost:3000', 'file:///etc/hosts'])('refuses "%s", which is not the web', (url) => {
    expect(() => apiAddress(url)).toThrow('createClient: url must start with http:// or https://');
  });

  it('refuses a password in the address, and does not repeat it', () => {
    const refusal = messageOf(() => apiAddress('https://root:hunter2@example.com'));
    expect(refusal).toBe('createClient: url must not hold a user name or a password');
  });

  it.each(['https://example.com/?batch=1', 'https://example.com/#providers'])('refuses "%s"', (url) => {
    expect(() => apiAddress(url)).toThrow('createClient: url must not have a query or a fragment');
  });
});

describe('checkedToken', () => {
  it('knows a token by the pattern that the server has', () => {
    expect(tokenPattern.source).toBe(serversPattern.source);
    expect(tokenPattern.flags).toBe(serversPattern.flags);
    expect(checkedToken(token)).toBe(token);
  });

  it('says that a token is missing', () => {
    expect(() => checkedToken('')).toThrow('createClient: token is missing');
  });

  it.each([
    ['too short', token.slice(0, -1)],
    ['too long', `${token}0`],
    ['of another kind', `sk-${'x'.repeat(50)}`],
    ['with a line end', `${token}\n`],
    ['with a space before it', ` ${token}`],
    ['already with its scheme', `Bearer ${token}`],
  ])('refuses a token that is %s, and does not repeat it', (_what, wrong) => {
    const refusal = messageOf(() => checkedToken(wrong));
    expect(refusal).toMatch(/^createClient: token must be "dap_" and 49 letters or digits/);
    expect(refusal).not.toContain(wrong.trim().slice(0, 12));
  });
});

describe('createClient', () => {
  it('refuses a wrong address and a wrong token with a TypeError before it calls anybody', () => {
    expect(() => createClient({ url: 'nowhere', token })).toThrow(TypeError);
    expect(() => createClient({ url: 'https://example.com', token: 'secret' })).toThrow(TypeError);
  });
});

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'nothing was refused';
}
