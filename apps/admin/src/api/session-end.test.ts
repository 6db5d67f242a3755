import { describe, expect, it } from 'vitest';
import { sessionEnd } from './session-end.js';

const hour = 3_600_000;
const lastAnswer = Date.parse('2026-11-24T10:00:00Z');

describe('sessionEnd', () => {
  it('is put off by each answer, up to the end in any case', () => {
    const facts = { expiresAt: '2026-11-24T20:00:00Z', idleMs: 8 * hour };
    expect(sessionEnd({ ...facts, lastAnswer })).toEqual({ at: lastAnswer + 8 * hour, isIdle: true });
    expect(sessionEnd({ ...facts, lastAnswer: lastAnswer + 3 * hour })).toEqual({
      at: lastAnswer + 10 * hour,
      isIdle: false,
    });
  });
  it('is unknown where there is none', () => {
    expect(sessionEnd({ expiresAt: null, idleMs: null, lastAnswer })).toBeNull();
  });
});
