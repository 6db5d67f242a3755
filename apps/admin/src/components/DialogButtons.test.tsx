import { act } from 'react';
import { afterEach, expect, it } from 'vitest';
import { buttonNamed, render } from '../testing/render.js';
import { DialogButtons } from './DialogButtons.js';
import { serverAway } from './server-away.js';

afterEach(() => serverAway.note(false));

it('sends nothing while the server is away, and says why', async () => {
  const container = await render(<DialogButtons submitLabel="Set limit" busy={false} onCancel={() => undefined} />);
  const isDisabled = () => buttonNamed('Set limit').hasAttribute('disabled');
  expect(isDisabled()).toBe(false);
  await act(async () => serverAway.note(true));
  expect(isDisabled()).toBe(true);
  expect(container.textContent).toContain('The server does not answer: nothing can be changed.');
  await act(async () => serverAway.note(false));
  expect(isDisabled()).toBe(false);
});
