import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loadStrings, startI18n } from '../../i18n/index.js';
import { fakeApi } from '../../testing/api.js';
import { buttonNamed, click, render, type } from '../../testing/render.js';
import { ReEncrypt } from './ReEncrypt.js';

beforeEach(async () => {
  await startI18n('en');
  await loadStrings('settings');
});

const part = (done: number, through: string | null, failed: object[] = []) => ({
  done,
  total: 5,
  changed: done - failed.length,
  through,
  failed,
});

/** Answers one part after the other. */
async function show(parts: object[]) {
  const api = fakeApi({
    get 'system.rotateKeys'() {
      return parts.shift();
    },
  });
  const container = await render(
    <api.Api>
      <ReEncrypt count={5} />
    </api.Api>,
  );
  await click(buttonNamed('Re-encrypt now'));
  const dialog = document.querySelector('[role=dialog]') ?? expect.fail();
  const confirm = [...dialog.querySelectorAll('button')].find(({ textContent }) => textContent === 'Re-encrypt now');
  return { ...api, container, dialog, confirm };
}

const until = (container: Element, words: string) =>
  act(async () => vi.waitFor(() => expect(container.textContent).toContain(words)));

describe('ReEncrypt', () => {
  it('does nothing before its name was typed', async () => {
    const { confirm, calls } = await show([]);
    await click(confirm);
    expect(calls).toEqual([]);
  });

  it('goes part after part to the end, and names the keys that stay as they are', async () => {
    const lost = { provider: 'openai', admin: 'sara@example.com', condition: 'unreadable' };
    const { container, dialog, confirm, calls } = await show([part(3, 'p3'), part(2, null, [lost])]);
    await type(dialog.querySelector('input'), 're-encrypt');
    await click(confirm);
    await until(container, 'Done: 4 keys were encrypted anew.');
    expect(calls.map(({ input }) => input)).toEqual([{ after: undefined }, { after: 'p3' }]);
    expect(container.textContent).toContain('1 key stays as it is');
    expect(container.textContent).toContain(
      'Own key of sara@example.com with openai – no key opens it: enter it again',
    );
    expect(document.querySelector('[role=progressbar]')).toBeNull();
  });

  it('says what was done before it was interrupted', async () => {
    const { container, dialog, confirm } = await show([part(3, 'p3')]); // and then an answer of nothing
    await type(dialog.querySelector('input'), 're-encrypt');
    await click(confirm);
    await until(container, 'Re-encrypting was interrupted');
    expect(container.textContent).toContain('3 keys were encrypted anew before.');
  });
});
