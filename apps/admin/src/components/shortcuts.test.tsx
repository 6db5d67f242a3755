import { act, useRef } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { render } from '../testing/render.js';
import { setAppearance } from '../theme/appearance.js';
import { keyOf } from './key-names.js';
import { pageActions, usePageActions, type PageAction } from './page-actions.js';
import { useShortcuts, type Shortcut } from './shortcuts.js';

afterEach(() => setAppearance('shortcuts', 'on'));

function Keys({ shortcuts }: { shortcuts: Shortcut[] }) {
  useShortcuts(shortcuts);
  return null;
}
function Offers({ actions }: { actions: PageAction[] }) {
  usePageActions(actions);
  return null;
}

async function press(key: string, init: KeyboardEventInit = {}, target: Element = document.body) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  await act(async () => target.dispatchEvent(event));
  return event;
}

/** A layer with keys of its own. */
function Layer({ run }: { run: () => void }) {
  const inside = useRef<HTMLDivElement>(null);
  useShortcuts([{ keys: 'j', run }], inside);
  return (
    <div role="dialog">
      <div ref={inside} />
    </div>
  );
}

describe('useShortcuts in a layer', () => {
  it('runs there, by the place of the key, and the page beneath rests', async () => {
    const [inside, beneath] = [vi.fn(), vi.fn()];
    await render(
      <>
        <Layer run={inside} />
        <Keys shortcuts={[{ keys: 'j', run: beneath }]} />
      </>,
    );
    await press('ت', { code: 'KeyJ' });
    expect([inside.mock.calls.length, beneath.mock.calls.length]).toEqual([1, 0]);
  });
  it('rests while another layer lies over it', async () => {
    const run = vi.fn();
    await render(
      <>
        <Layer run={run} />
        <div role="dialog" />
      </>,
    );
    await press('j');
    expect(run).not.toHaveBeenCalled();
  });
  it('is switched off with all the others', async () => {
    const run = vi.fn();
    setAppearance('shortcuts', 'off');
    await render(<Layer run={run} />);
    await press('j');
    expect(run).not.toHaveBeenCalled();
  });
});

describe('useShortcuts', () => {
  it('runs on its key, and keeps the browser from its own', async () => {
    const run = vi.fn();
    await render(<Keys shortcuts={[{ keys: '/', run }]} />);
    expect((await press('/')).defaultPrevented).toBe(true);
    expect(run).toHaveBeenCalledOnce();
  });
  it('runs on a pair, and not on the second key alone', async () => {
    const [models, m] = [vi.fn(), vi.fn()];
    const shortcuts = [
      { keys: 'g m', run: models },
      { keys: 'm', run: m },
    ];
    await render(<Keys shortcuts={shortcuts} />);
    await press('m');
    await press('g');
    await press('m');
    expect([models.mock.calls.length, m.mock.calls.length]).toEqual([1, 1]);
  });
  it('forgets the first key of a pair after another one', async () => {
    const run = vi.fn();
    await render(<Keys shortcuts={[{ keys: 'g m', run }]} />);
    for (const key of ['g', 'z', 'm']) await press(key);
    expect(run).not.toHaveBeenCalled();
  });
  it('leaves a key to the next one where there is nothing to do', async () => {
    const outer = vi.fn();
    await render(
      <>
        <Keys shortcuts={[{ keys: 'j', run: outer }]} />
        <Keys shortcuts={[{ keys: 'j', run: () => false }]} />
      </>,
    );
    await press('j');
    expect(outer).toHaveBeenCalledOnce();
  });
  it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }])('is silent with %j', async (init) => {
    const run = vi.fn();
    await render(<Keys shortcuts={[{ keys: 'n', run }]} />);
    await press('n', init);
    expect(run).not.toHaveBeenCalled();
  });
  it.each(['<input>', '<textarea></textarea>', '<select></select>', '<p contenteditable>x</p>'])(
    'is silent while somebody types into %s',
    async (html) => {
      const run = vi.fn();
      const container = await render(<Keys shortcuts={[{ keys: 'n', run }]} />);
      container.insertAdjacentHTML('beforeend', html);
      await press('n', {}, container.lastElementChild ?? expect.fail());
      expect(run).not.toHaveBeenCalled();
    },
  );
  it('works on a switch, into which nobody types', async () => {
    const run = vi.fn();
    const container = await render(<Keys shortcuts={[{ keys: 'n', run }]} />);
    container.insertAdjacentHTML('beforeend', '<input type="checkbox">');
    await press('n', {}, container.lastElementChild ?? expect.fail());
    expect(run).toHaveBeenCalledOnce();
  });
  it('is silent while a layer is open, when switched off, and when gone', async () => {
    const run = vi.fn();
    const container = await render(<Keys shortcuts={[{ keys: 'n', run }]} />);
    container.insertAdjacentHTML('beforeend', '<div role="dialog"></div>');
    await press('n');
    container.lastElementChild?.remove();
    setAppearance('shortcuts', 'off');
    await press('n');
    expect(run).not.toHaveBeenCalled();
  });
});

describe('usePageActions', () => {
  it('offers what can be done, with its key, as long as the page is shown', async () => {
    const run = vi.fn();
    await render(<Offers actions={[{ id: 'new', label: 'Add', keys: 'n', run }]} />);
    expect(pageActions().map(({ label }) => label)).toEqual(['Add']);
    await press('n');
    expect(run).toHaveBeenCalledOnce();
  });
  it('takes it back', () => {
    expect(pageActions()).toEqual([]);
  });
});

describe('keyOf', () => {
  it.each([
    [{ key: 'p', code: 'KeyP' }, 'p'],
    [{ key: 'P', code: 'KeyP' }, 'p'],
    [{ key: 'X', code: 'KeyX', shiftKey: true }, 'Shift+x'],
    [{ key: 'ح', code: 'KeyP' }, 'p'],
    [{ key: '؟', code: 'Slash', shiftKey: true }, '?'],
    [{ key: '?', code: 'Slash', shiftKey: true }, '?'],
    [{ key: 'ArrowDown', code: 'ArrowDown' }, 'ArrowDown'],
    [{ key: 'é', code: 'Digit2' }, 'é'],
  ])('%j is %s', (event, name) => {
    expect(keyOf({ shiftKey: false, ...event })).toBe(name);
  });
});
