import { notifications } from '@mantine/notifications';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buttonNamed, click, render } from '../testing/render.js';
import { toast } from './toast.js';
import { focusToast } from './toast-focus.js';
import { Toasts } from './Toasts.js';

const undo = vi.fn<() => void>();
const press = () => act(async () => void focusToast());
const focused = () => document.activeElement?.textContent;

beforeEach(async () => {
  undo.mockClear();
  await render(
    <>
      <button>Row</button>
      <Toasts />
    </>,
  );
  buttonNamed('Row').focus();
});
afterEach(() => act(async () => notifications.clean()));

describe('the key to the toasts', () => {
  it('goes to the newest one, and back to where the focus was', async () => {
    await act(async () => toast.success('First'));
    await act(async () => toast.success('Second', { undo }));
    await press();
    expect(focused()).toBe('Undo');
    await press();
    expect(focused()).toBe('Row');
  });
  it('goes back also when the toast has gone', async () => {
    await act(async () => toast.success('Done', { undo }));
    await press();
    await click(buttonNamed('Undo'));
    await vi.waitFor(() => expect(document.querySelector('[role=status]')).toBeNull());
    await press();
    expect(focused()).toBe('Row');
  });
  it('is free for others where there is no toast', () => {
    expect(focusToast()).toBe(false);
  });
});
