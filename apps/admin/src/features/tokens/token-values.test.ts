import { tokenCreateInput } from '@ai-providers/contracts';
import { describe, expect, it } from 'vitest';
import { blankToken, toCreateInput, type TokenValues } from './token-values.js';

const now = new Date(2026, 10, 25, 12);
const input = (values: Partial<TokenValues>) => toCreateInput({ ...blankToken(now), name: 'CI', ...values }, now);

describe('a new token', () => {
  it('reads the registry for 90 days, for all providers and from anywhere', () => {
    const made = input({});
    expect(tokenCreateInput.safeParse(made).success).toBe(true);
    expect(made).toMatchObject({ scopes: ['registry:read'], providers: null, allowedIps: [] });
    expect(Date.parse(made.expiresAt ?? '') - now.getTime()).toBe(90 * 86_400_000);
  });
  it('lives through its last day, where the user is', () => {
    const made = input({ expiresAt: 'date', lastDay: '2027-01-31' });
    expect(made.expiresAt).toBe(new Date(2027, 0, 31, 23, 59, 59).toISOString());
  });
  it('never ends where that was chosen', () => {
    expect(input({ expiresAt: 'never' }).expiresAt).toBeNull();
  });
  it.each(['10.0.0.1, 10.0.0.2', ' 10.0.0.1\n10.0.0.2\n', '۱۰.۰.۰.۱، ۱۰.۰.۰.۲'])(
    'takes addresses written as %j',
    (allowedIps) => {
      expect(input({ allowedIps }).allowedIps).toEqual(['10.0.0.1', '10.0.0.2']);
    },
  );
  it('is limited to no providers where it may do all that the panel can', () => {
    expect(input({ scopes: ['admin'], providers: ['openai'] }).providers).toBeNull();
    expect(input({ providers: ['openai'] }).providers).toEqual(['openai']);
  });
});
