import { auditListInput, auditNewerInput } from '@ai-providers/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bySystem, recordAudit, type AuditOrigin } from '../audit/audited.js';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { countNewerAudit, findAuditEntry, listAudit } from './list-audit.js';

const ada = '00000000-0000-4000-8000-00000000000a';
const bob = '00000000-0000-4000-8000-00000000000b';
const record = '00000000-0000-4000-8000-0000000000ff';
const start = Date.UTC(2026, 0, 1);
const at = (hour: number) => new Date(start + hour * 3_600_000).toISOString();

let clock = start;
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ now: () => new Date(clock) });
  await write(ada, 'provider.create', record); // 1
  await write(bob, 'provider.update', record, ['name', 'sharedApiKey']); // 2
  await write(ada, 'model.create', null); // 3
  await write(null, 'seed.run', null); // 4
  await write(ada, 'provider.update', record, ['name']); // 5
});
afterAll(() => database.close());

async function write(
  actor: string | null,
  action: 'provider.create' | 'provider.update' | 'model.create' | 'seed.run',
  publicId: string | null,
  fields: string[] = [],
) {
  const by: AuditOrigin = actor
    ? { ...bySystem, via: 'session', actor: { publicId: actor, label: 'somebody' } }
    : bySystem;
  await recordAudit(by, {
    action,
    target: { type: 'x', publicId, label: 'x' },
    changes: fields.map((field) => ({ field })),
  });
  clock += 3_600_000;
}

const list = async (input: Parameters<typeof auditListInput.parse>[0], onlyActor: string | null = null) => {
  const { entries, nextCursor } = await listAudit(auditListInput.parse(input), onlyActor);
  return { ids: entries.map(({ id }) => id), nextCursor };
};

describe('listAudit', () => {
  it('shows the newest first', async () => {
    expect(await list({})).toEqual({ ids: ['5', '4', '3', '2', '1'], nextCursor: null });
  });

  it('goes on from a cursor to the end, without an overlap', async () => {
    expect(await list({ pageSize: 2 })).toEqual({ ids: ['5', '4'], nextCursor: '4' });
    expect(await list({ pageSize: 2, cursor: '4' })).toEqual({ ids: ['3', '2'], nextCursor: '2' });
    expect(await list({ pageSize: 2, cursor: '2' })).toEqual({ ids: ['1'], nextCursor: null });
  });

  it.each([
    ['actor', { actor: bob }, ['2']],
    ['action', { action: 'provider.update' as const }, ['5', '2']],
    ['several actions', { action: ['model.create' as const, 'seed.run' as const] }, ['4', '3']],
    ['changed field, of updates', { changed: 'sharedApiKey' }, ['4', '3', '2', '1']],
    [
      'changed fields, of some actions',
      { action: ['provider.update' as const, 'seed.run' as const], changed: ['sharedApiKey', 'x%'] },
      ['4', '2'],
    ],
    ['way in', { via: 'system' as const }, ['4']],
    ['kind of record', { targetType: 'y' }, []],
    ['target', { target: record }, ['5', '2', '1']],
    ['time, the end of it left out', { from: at(1), to: at(3) }, ['3', '2']],
    ['time in another zone', { from: '2026-01-01T06:30:00+03:30' }, ['5', '4']],
    ['several at once', { actor: ada, target: record }, ['5', '1']],
  ])('filters by %s', async (_by, input, ids) => {
    expect((await list(input)).ids).toEqual(ids);
  });

  it('shows one person their own deeds, whatever they ask for', async () => {
    expect((await list({}, bob)).ids).toEqual(['2']);
    expect((await list({ actor: ada }, bob)).ids).toEqual([]);
  });
});

describe('countNewerAudit', () => {
  const count = (input: Parameters<typeof auditNewerInput.parse>[0], onlyActor: string | null = null) =>
    countNewerAudit(auditNewerInput.parse(input), onlyActor);

  it('counts what followed an entry, within the filters of the list', async () => {
    expect(await count({ after: '2' })).toBe(3);
    expect(await count({ after: '2', actor: ada })).toBe(2);
    expect(await count({ after: '5' })).toBe(0);
    expect(await count({ after: '9'.repeat(40) })).toBe(0);
  });

  it('counts one person their own deeds', async () => {
    expect(await count({ after: '0' }, bob)).toBe(1);
    expect(await count({ after: '0', actor: ada }, bob)).toBe(0);
  });
});

describe('findAuditEntry', () => {
  it('finds an entry by its place, and nothing at a place that cannot be', async () => {
    expect((await findAuditEntry('3'))?.action).toBe('model.create');
    expect(await findAuditEntry('0')).toBeNull();
    expect(await findAuditEntry('9'.repeat(40))).toBeNull();
  });
});
