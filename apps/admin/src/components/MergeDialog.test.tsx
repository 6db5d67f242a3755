import { describe, expect, it, vi } from 'vitest';
import { buttonNamed, click, render } from '../testing/render.js';
import { mergeFields } from './merge-fields.js';
import { MergeDialog, type LastChange } from './MergeDialog.js';

const base = { name: 'A', site: 'x', tags: ['t'] };
const yours = { ...base, name: 'B' };
const theirs = { ...base, name: 'C', site: 'y' };
const fields = mergeFields(
  { base, yours, theirs },
  {
    site: { label: 'Site', show: (site) => site },
    name: { label: 'Name', show: (name) => name },
    tags: { label: 'Tags', show: (tags) => tags.join() },
  },
);
const change: LastChange = { name: 'Sara', at: '2026-11-01T00:00:00Z', isOwn: false };
const idle = { title: 'Changed', failure: null, busy: false, onStay: () => undefined };

const chosen = () =>
  [...document.querySelectorAll<HTMLInputElement>('input:checked')].map((input) => input.getAttribute('aria-label'));

describe('MergeDialog', () => {
  it('takes theirs, except in the fields that one has touched oneself', async () => {
    const onApply = vi.fn();
    await render(<MergeDialog {...idle} change={change} fields={fields} onApply={onApply} />);
    expect(chosen()).toEqual(['Site: Theirs', 'Name: Yours']);
    await click(document.querySelector('[aria-label="Name: Theirs"]'));
    await click(buttonNamed('Save the result'));
    expect(onApply).toHaveBeenCalledExactlyOnceWith({ site: 'theirs', name: 'theirs' });
  });

  it.each([
    ['who saved it', change, 'Sara saved it'],
    ['that it was oneself', { ...change, isOwn: true }, 'You changed it yourself'],
    ['that it was saved, where nothing more is known', undefined, 'It was saved after you had opened it.'],
  ])('says %s', async (_what, by, words) => {
    await render(<MergeDialog {...idle} change={by} fields={fields} onApply={() => undefined} />);
    expect(document.querySelector('[role=dialog]')?.textContent).toContain(words);
  });
});
