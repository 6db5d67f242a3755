import type { ErrorData } from '@ai-providers/contracts';
import { TRPCClientError } from '@trpc/client';
import { beforeAll, describe, expect, it } from 'vitest';
import { startI18n } from '../i18n/index.js';
import { errorMessage, failureOf, fieldSentences } from './error-message.js';

function answered(data: Partial<ErrorData>) {
  const full = { code: 'BAD_REQUEST', httpStatus: 400, requestId: 'r-1', reason: 'INTERNAL', ...data };
  return TRPCClientError.from({ error: { code: -32600, message: 'raw server words', data: full } });
}

beforeAll(() => startI18n('en'));

describe('errorMessage', () => {
  it('speaks from the code and never shows the raw message', () => {
    expect(errorMessage(answered({ reason: 'PROVIDER_SLUG_TAKEN' }))).toBe('A provider with this slug already exists.');
  });
  it('fills numbers and dates into the sentence', () => {
    const params = { used: 1000, limit: 1000, resetsAt: '2026-12-01T00:00:00Z' };
    expect(errorMessage(answered({ reason: 'MONTHLY_LIMIT_REACHED', params }))).toContain(
      '1,000 of 1,000 requests. It starts again on 1 December 2026',
    );
  });
  it('tells an unreachable server from a fault in the browser', () => {
    expect(errorMessage(TRPCClientError.from(new Error('fetch failed')))).toContain('could not be reached');
    expect(errorMessage(new Error('x is undefined'))).toContain('in the browser');
  });
  it('has a sentence for a code that a newer server may send', () => {
    expect(errorMessage(answered({ reason: 'FROM_THE_FUTURE' as never }))).toContain('on the server'); // not in the contract
  });
});

describe('failureOf', () => {
  it('carries code, request id and waiting time', () => {
    expect(failureOf(answered({ reason: 'TOO_MANY_ATTEMPTS', retryAfter: 30 }))).toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
      requestId: 'r-1',
      retryAfter: 30,
    });
  });
});

describe('fieldSentences', () => {
  it('names an update’s fields as the form does', () => {
    const fieldErrors = { 'patch.name': { reason: 'TOO_LONG', message: 'raw', params: { max: 1000 } } } as const;
    expect(fieldSentences(answered({ reason: 'VALIDATION_FAILED', fieldErrors }))).toEqual({
      name: 'At most 1,000 characters.',
    });
  });
});
