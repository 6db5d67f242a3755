import { describe, expect, it } from 'vitest';
import { DomainError } from '../errors.js';
import { readProviderKeys } from './provider-keys.js';

const key = 'sk-test-0123456789abcdef';

describe('readProviderKeys', () => {
  it('finds each key under the variable of its provider', () => {
    const keys = readProviderKeys({ OPENAI_API_KEY: key, GEMINI_API_KEY: 'AIza-test-1', HF_TOKEN: 'hf_test_1' });
    expect(Object.fromEntries(keys)).toEqual({ openai: key, google: 'AIza-test-1', huggingface: 'hf_test_1' });
  });

  it('trims a key, and takes a blank variable for an absent one', () => {
    const keys = readProviderKeys({ OPENAI_API_KEY: ` ${key}\n`, GROQ_API_KEY: '', HF_TOKEN: '  ', HOME: '/root' });
    expect(Object.fromEntries(keys)).toEqual({ openai: key });
  });

  it.each([
    ['looks encrypted', 'gAAAAABmAbCdEfGhIjKlMnOpQrStUvWxYz0123456789'],
    ['holds control characters', `${key}\u0007bell`],
    ['is too long', 'k'.repeat(4097)],
  ])('refuses a value that %s, by the name of its variable and without the value', (_why, value) => {
    const error = failureOf(() => readProviderKeys({ GROQ_API_KEY: value }));
    expect(error).toMatchObject({ reason: 'VALIDATION_FAILED', field: 'GROQ_API_KEY' });
    expect(error.message).toMatch(/^GROQ_API_KEY /);
    expect(JSON.stringify([error.message, error.stack, error])).not.toContain(value.slice(0, 16));
  });
});

function failureOf(work: () => unknown): DomainError {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
