import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buttonNamed, click, render } from '../testing/render.js';
import './CopyDetails.js'; // loaded before it is looked for
import { RouteError } from './RouteError.js';

const copied = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());

function Broken(): never {
  throw new TypeError('cannot read sk-live-1234\n    at sk-live-1234');
}

/** A page that breaks while it is drawn. */
async function show() {
  const root = createRootRoute();
  const path = '/things/$id';
  const page = createRoute({ getParentRoute: () => root, path, component: Broken, errorComponent: RouteError });
  const history = createMemoryHistory({ initialEntries: ['/things/sara?search=secret-words'] });
  const router = createRouter({ routeTree: root.addChildren([page]), history });
  await router.load();
  // This router is another one than the panel's, which the types know.
  const container = await render(<RouterProvider router={router as never} />);
  await vi.waitFor(() => expect(container.querySelector('h1')).not.toBeNull());
  return container;
}

beforeEach(() => {
  copied.mockClear();
  vi.stubGlobal('isSecureContext', true);
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText: copied } as unknown as Clipboard); // all that is used
  vi.spyOn(console, 'error').mockReturnValue(undefined); // React tells it, too
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('a page that stopped working', () => {
  it('has a heading and a title of its own', async () => {
    const container = await show();
    expect(container.querySelector('h1')?.textContent).toBe('This page stopped working');
    expect(document.title).toBe('This page stopped working · AI providers');
  });
  it('gives details to pass on, without a word of data', async () => {
    await show();
    await vi.waitFor(() => buttonNamed('Copy details'));
    await click(buttonNamed('Copy details'));
    await vi.waitFor(() => expect(copied).toHaveBeenCalledOnce());
    const text = copied.mock.calls[0]?.[0] ?? '';
    expect(text).toContain('Page: /things/$id');
    expect(text).toContain('Error: TypeError');
    expect(text).toMatch(/\n\s*at .*Broken.*:\d+:\d+/);
    for (const data of ['sk-live', 'sara', 'secret-words']) expect(text).not.toContain(data);
  });
  it('has no such button on plain http', async () => {
    vi.stubGlobal('isSecureContext', false);
    const container = await show();
    expect([...container.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual(['Try again']);
  });
});
