import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noteAnswer } from '../api/last-answer.js';
import { loadStrings, startI18n } from '../i18n/index.js';
import { fakeApi } from '../testing/api.js';
import { buttonNamed, click, render } from '../testing/render.js';
import { SessionEnding } from './SessionEnding.js';
import './SessionEndingDialog.js'; // loaded before time stands still

const minute = 60_000;
const start = Date.parse('2026-11-24T10:00:00Z');

beforeEach(async () => {
  await startI18n('en');
  await loadStrings('frame');
  vi.useFakeTimers({ now: start, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  noteAnswer();
});
afterEach(() => vi.useRealTimers());

async function show(me: { expiresAt: string; idleMs: number }) {
  const api = fakeApi({ 'auth.me': { user: { name: 'Sara' }, can: [], ...me } });
  await render(
    <api.Api>
      <SessionEnding />
    </api.Api>,
  );
  await pass(0);
  return api;
}
const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const dialog = () => document.querySelector('[role=dialog]')?.textContent;

describe('the end of a session', () => {
  it('is told two minutes before, and put off by asking the server for anything', async () => {
    const { calls } = await show({ expiresAt: '2026-12-01T10:00:00Z', idleMs: 60 * minute });
    await pass(57 * minute);
    expect(dialog()).toBeUndefined();
    await pass(1.1 * minute);
    expect(dialog()).toContain('Nothing was asked of the server for a long time');
    const before = calls.length;
    await click(buttonNamed('Stay signed in'));
    await pass(100);
    expect(calls.slice(before).map(({ path }) => path)).toEqual(['auth.me']);
    await act(async () => noteAnswer());
    await pass(500);
    expect(dialog()).toBeUndefined();
  });
  it('in any case is told, too, and leaves when it was read', async () => {
    await show({ expiresAt: new Date(start + 30 * minute).toISOString(), idleMs: 60 * minute });
    await pass(28.1 * minute);
    expect(dialog()).toContain('you can sign in again on this page');
    await click(buttonNamed('All right'));
    await pass(500);
    expect(dialog()).toBeUndefined();
  });
});
