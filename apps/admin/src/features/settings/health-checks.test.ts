import type { SystemStatusOutput } from '@ai-providers/contracts';
import { describe, expect, it } from 'vitest';
import { healthOf } from './health-checks.js';

const well: SystemStatusOutput = {
  version: '1.0.0',
  publicUrl: null,
  database: { kind: 'embedded', version: '17.5', migration: '0001-registry' },
  cache: 'memory',
  secretKey: {
    state: 'ok',
    keys: [],
    unusable: { unreadable: 0, misplaced: 0, unbound: 0 },
    underOlderKeys: 0,
  },
  usage: { drift: 0, driftCheckedAt: '2026-11-24T10:00:00Z', open: '0', waiting: '0' },
};
const sound = { checked: 5, through: '5', last: '5', fault: null };
const words = (...asked: Parameters<typeof healthOf>) =>
  healthOf(...asked).map(({ state, word }) => `${state} ${word}`);

describe('healthOf', () => {
  it('has a good word for each part', () => {
    expect(words(well, sound)).toEqual([
      'good database',
      'good cache_memory',
      'good keysGood',
      'good countersGood',
      'good auditGood',
    ]);
  });

  it('says nothing of the audit log before it was looked at', () => {
    expect(words(well, undefined)).toHaveLength(4);
  });

  it('names what is wrong, and how much of it', () => {
    const unusable = { unreadable: 1, misplaced: 1, unbound: 2 };
    const ill = { ...well, cache: 'down' as const, usage: { ...well.usage, drift: 3 } };
    const fault = { sequence: '4', problem: 'hash' as const };
    expect(healthOf({ ...ill, secretKey: { ...well.secretKey, unusable } }, { ...sound, fault })).toEqual([
      { state: 'good', word: 'database', count: 0 },
      { state: 'bad', word: 'cache_down', count: 0 },
      { state: 'bad', word: 'keysLost', count: 4 },
      { state: 'bad', word: 'countersDrift', count: 3 },
      { state: 'bad', word: 'auditFault', count: 0 },
    ]);
  });

  it('does not call good what nobody has looked at', () => {
    const usage = { ...well.usage, drift: null, driftCheckedAt: null };
    const unchecked = { ...well, usage, secretKey: { ...well.secretKey, state: 'unchecked' as const } };
    expect(words(unchecked, undefined).slice(2)).toEqual(['unknown keysUnchecked', 'unknown countersUnknown']);
  });
});
