import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { ProviderOutput } from '@ai-providers/contracts';
import { createFmt } from '../../i18n/fmt.js';
import { i18n, loadStrings, startI18n } from '../../i18n/index.js';
import { buildProvider, buildReadOnly } from './fixtures/provider.js';
import { providerColumns } from './provider-columns.js';

beforeAll(async () => {
  await startI18n('en');
  await loadStrings('providers');
});

function columnIds(rows: ProviderOutput[] | undefined, expectsDetails: boolean): string[] {
  const t = i18n.getFixedT('en', 'providers');
  const columns = providerColumns({ t, fmt: createFmt('en'), rows, expectsDetails, own: new Map(), onToggle: vi.fn() });
  return columns.map(({ id }) => id);
}

const all = ['name', 'key', 'models', 'requests', 'lastUsed', 'active'];
const reading = ['name', 'models', 'ownKey', 'ownUsage'];

describe('providerColumns', () => {
  it('shows key, figures and switch to whom they are sent', () => {
    expect(columnIds([buildProvider()], false)).toEqual(all);
  });
  it('has no column for what a normal admin is not sent, whatever was expected', () => {
    expect(columnIds([buildReadOnly()], true)).toEqual(reading);
  });
  it('outlines the columns to come before the first answer', () => {
    expect([columnIds(undefined, true), columnIds(undefined, false)]).toEqual([all, reading]);
  });
});
