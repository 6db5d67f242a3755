import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { buttonNamed, click, render } from '../testing/render.js';
import { inRouter } from '../testing/router.js';
import { ShowOnce } from './ShowOnce.js';

const value = 'secret-CANARY-value';
const done = vi.fn();
beforeEach(() => done.mockClear());

function Page() {
  const [secret, setSecret] = useState<string | null>(value);
  const onDone = () => {
    done();
    setSecret(null);
  };
  return secret !== null && <ShowOnce title="New" label="Secret" value={secret} onDone={onDone} />;
}

const show = async () => render(await inRouter(Page));
const check = () => document.querySelector<HTMLInputElement>('input[type=checkbox]');
const shown = () => document.querySelector('textarea')?.value;

describe('ShowOnce', () => {
  it('is done only once it was stored, and leaves nothing behind', async () => {
    await show();
    expect(shown()).toBe(value);
    expect(buttonNamed('Done')).toHaveProperty('disabled', true);
    await click(check());
    await click(buttonNamed('Done'));
    expect(done).toHaveBeenCalledTimes(1);
    expect(document.documentElement.outerHTML).not.toContain('CANARY');
  });
  it('asks before it is closed otherwise', async () => {
    await show();
    await click(buttonNamed('Close'));
    expect([done.mock.calls.length, shown()]).toEqual([0, value]);
    await click(buttonNamed('Back to it'));
    expect([done.mock.calls.length, shown()]).toEqual([0, value]);
    await click(buttonNamed('Close'));
    await click(buttonNamed('Close anyway'));
    expect([done.mock.calls.length, shown()]).toEqual([1, undefined]);
  });
  it('asks before the tab is closed, until it was stored', async () => {
    await show();
    const leaves = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leaves()).toBe(true);
    await click(check());
    expect(leaves()).toBe(false);
  });
});
