import { expect, it, vi } from 'vitest';
import { buttonNamed, click, render, type } from '../testing/render.js';
import { ConfirmTyped } from './ConfirmTyped.js';

it.each(['01-ai', ' 01-ai ', '\u206801-ai\u2069'])('takes the word as "%s", as it may be copied', async (typed) => {
  const onConfirm = vi.fn<() => void>();
  await render(
    <ConfirmTyped
      title="Delete"
      losses={[]}
      word="01-ai"
      confirmLabel="Delete it"
      onConfirm={onConfirm}
      onClose={() => undefined}
    />,
    'fa',
  );
  await type(document.querySelector('[role=dialog] input'), '01-AI');
  expect(buttonNamed('Delete it').hasAttribute('disabled')).toBe(true);
  await type(document.querySelector('[role=dialog] input'), typed);
  await click(buttonNamed('Delete it'));
  expect(onConfirm).toHaveBeenCalledOnce();
});
