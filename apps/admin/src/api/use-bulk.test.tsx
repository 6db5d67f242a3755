import type { BulkResult } from '@ai-providers/contracts';
import { TRPCClientError } from '@trpc/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useSelection } from '../components/selection.js';
import { buttonNamed, click, render } from '../testing/render.js';
import { useBulk } from './use-bulk.js';

const rows = ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase() }));
const sent: unknown[] = [];
const onDone = vi.fn();
let answer: BulkResult[] | Error;
/** What a change in parts did not come to, and why. */
let rest: { left?: string[]; error?: unknown };

beforeEach(() => {
  sent.length = 0;
  rest = {};
  onDone.mockClear();
});

type Mutation = Parameters<typeof useBulk<{ search: string }, { isActive: boolean }>>[0]['mutation'];
const mutation: Mutation = {
  isPending: false,
  mutate: (input, { onSuccess, onError }) => {
    sent.push(input);
    if (answer instanceof Error) onError(answer);
    else onSuccess({ results: answer, ...rest });
  },
};

function Bulk() {
  const selection = useSelection('{}');
  const bulk = useBulk({ selection, filter: { search: 'x' }, mutation, onDone });
  return (
    <>
      <button onClick={() => selection.setPage(rows, true)}>Page</button>
      <button onClick={() => selection.selectMatching(37)}>Matching</button>
      <button onClick={() => bulk.run({ isActive: true })}>Run</button>
      <button onClick={bulk.retry}>Retry</button>
      <output>{JSON.stringify([selection.rows.map(({ id }) => id), bulk.report])}</output>
    </>
  );
}

async function run(...buttons: string[]) {
  await render(<Bulk />);
  for (const name of buttons) await click(buttonNamed(name));
  return JSON.parse(document.querySelector('output')?.textContent ?? '') as [string[], unknown]; // as it was written
}

function refused(reason: string) {
  const data = { code: 'CONFLICT', httpStatus: 409, requestId: 'r-1', reason };
  return TRPCClientError.from({ error: { code: -32009, message: 'raw', data } });
}

const fine = rows.map(({ id, name }): BulkResult => ({ publicId: id, name, ok: true }));
const partly = fine.map((row): BulkResult => (row.publicId === 'b' ? { ...row, ok: false, reason: 'NOT_FOUND' } : row));

describe('useBulk', () => {
  it('sends the ticked rows, and lets go of them when all went well', async () => {
    answer = fine;
    expect(await run('Page', 'Run')).toEqual([[], null]);
    expect(sent).toEqual([{ publicIds: ['a', 'b', 'c'], patch: { isActive: true } }]);
    expect(onDone).toHaveBeenCalledExactlyOnceWith(3, { isActive: true }, ['a', 'b', 'c']);
  });

  it('sends the filter with the count that was seen for all that match', async () => {
    answer = fine;
    await run('Matching', 'Run');
    expect(sent).toEqual([{ filter: { search: 'x' }, expectedCount: 37, patch: { isActive: true } }]);
  });

  it('keeps what failed, with the reason in words, and tries that alone again', async () => {
    answer = partly;
    const failed = [{ id: 'b', name: 'B', message: 'This no longer exists.' }];
    expect(await run('Page', 'Run')).toEqual([['b'], { done: 2, failed, left: 0 }]);
    expect(onDone).not.toHaveBeenCalled();
    answer = fine.slice(1, 2);
    await click(buttonNamed('Retry'));
    expect(sent[1]).toEqual({ publicIds: ['b'], patch: { isActive: true } });
    expect(onDone).toHaveBeenCalledExactlyOnceWith(1, { isActive: true }, ['b']);
  });

  it('keeps what it did not come to, says why, and goes on with that alone', async () => {
    answer = fine.slice(0, 1);
    rest = { left: ['b', 'c'], error: refused('DATABASE_UNAVAILABLE') };
    const [ids, report] = await run('Page', 'Run');
    expect(ids).toEqual(['b', 'c']);
    expect(report).toMatchObject({ done: 1, failed: [], left: 2, reason: expect.stringContaining('database') });
    expect(onDone).not.toHaveBeenCalled();
    await click(buttonNamed('Retry'));
    expect(sent[1]).toEqual({ publicIds: ['b', 'c'], patch: { isActive: true } });
  });

  it('gives no reason where somebody cancelled it', async () => {
    answer = fine.slice(0, 2);
    rest = { left: ['c'] };
    expect(await run('Page', 'Run')).toEqual([['c'], { done: 2, failed: [], left: 1 }]);
  });

  it('names a row that is gone as it was when it was ticked', async () => {
    answer = [{ publicId: 'c', name: null, ok: false, reason: 'NOT_FOUND' }];
    expect(JSON.stringify(await run('Page', 'Run'))).toContain('"name":"C"');
  });

  it.each([
    ['COUNT_CHANGED', []],
    ['DATABASE_UNAVAILABLE', ['a', 'b', 'c']],
  ])('after %s leaves %j selected', async (reason, left) => {
    answer = refused(reason);
    expect(await run('Page', 'Run')).toEqual([left, null]);
  });
});
