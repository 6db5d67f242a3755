import { expect, it, vi } from 'vitest';
import { LostFile } from '../files.js';
import { render } from '../testing/render.js';
import { lazyPage } from './lazy-page.js';

vi.stubGlobal('reportError', vi.fn());
vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { headers: { 'content-type': 'text/html' } })));

it('is loaded once, before it is drawn', async () => {
  const load = vi.fn(() => Promise.resolve({ Page: () => <h1>Here</h1> }));
  const Page = lazyPage(load, 'Page');
  await Promise.all([Page.preload?.(), Page.preload?.()]);
  expect((await render(<Page />)).textContent).toBe('Here');
  expect(load).toHaveBeenCalledOnce();
});

it('is asked for again after its file was lost', async () => {
  let isThere = false;
  const load = () => (isThere ? Promise.resolve({ Page: () => <h1>Here</h1> }) : Promise.reject(new TypeError('gone')));
  const Page = lazyPage(load, 'Page');
  await expect(Page.preload?.()).rejects.toThrow(LostFile);
  isThere = true;
  await Page.preload?.();
  expect((await render(<Page />)).textContent).toBe('Here');
});
