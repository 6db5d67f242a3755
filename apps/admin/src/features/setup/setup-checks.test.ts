import type { SetupChecks } from '@ai-providers/contracts';
import { describe, expect, it } from 'vitest';
import { checksOf } from './setup-checks.js';

const sound: SetupChecks = {
  database: 'embedded',
  pendingMigrations: 0,
  cache: 'memory',
  secretKey: 'ok',
  publicUrl: 'unset',
};
const rowOf = (name: string, found: Partial<SetupChecks>, host = 'localhost') =>
  checksOf({ ...sound, ...found }, host).find((check) => check.name === name);

describe('checksOf', () => {
  it('finds nothing wrong with an installation on one’s own machine', () => {
    expect(checksOf(sound, '127.0.0.1').map(({ is, state }) => [is, state])).toEqual([
      ['embedded', 'ok'],
      ['memory', 'ok'],
      ['ok', 'ok'],
      ['local', 'ok'],
    ]);
  });
  it.each([
    ['database', { pendingMigrations: 2 }, { is: 'pending', state: 'bad', count: 2 }],
    ['secretKey', { secretKey: 'mismatch' }, { is: 'mismatch', state: 'bad' }],
    ['cache', { cache: 'down' }, { is: 'down', state: 'note' }],
    ['publicUrl', { publicUrl: 'other' }, { is: 'other', state: 'note' }],
    ['publicUrl', { publicUrl: 'same' }, { is: 'same', state: 'ok' }],
  ] as const)('of %s with %j says %j', (name, found, row) => {
    expect(rowOf(name, found)).toEqual({ name, ...row });
  });
  it('asks for a public address where others come from elsewhere', () => {
    expect(rowOf('publicUrl', {}, 'panel.example.com')).toMatchObject({ is: 'unset', state: 'note' });
  });
});
