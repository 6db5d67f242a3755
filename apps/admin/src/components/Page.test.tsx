import { act, useSyncExternalStore } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { fakePages } from '../testing/pages.js';
import { render } from '../testing/render.js';
import { Announcer } from './Announcer.js';
import { Page } from './Page.js';

let name: string | undefined;
let tell: () => void;
const subscribe = (listener: () => void) => {
  tell = listener;
  return () => undefined;
};

/** As pages of a record are: drawn anew once it is there. */
function RecordPage() {
  const known = useSyncExternalStore(subscribe, () => name);
  if (known === undefined) return <Page title="open-ai" isPending children={null} />;
  return <Page key={known} title={known} children={<button>Elsewhere</button>} />;
}

const ListPage = () => (
  <>
    <Announcer />
    <button>Menu</button>
    <Page title="Providers">{null}</Page>
  </>
);
const WithMenu = () => (
  <>
    <Announcer />
    <button>Menu</button>
    <RecordPage />
  </>
);

const arrive = (found: string) =>
  act(async () => {
    name = found;
    tell();
  });
const focused = () => document.activeElement?.textContent;
const said = () => document.querySelector('[role=status]')?.textContent;

beforeEach(() => {
  name = undefined;
});

it('leaves the focus where the browser put it on the first page of a visit, whatever that waits for', async () => {
  const { Pages } = fakePages({ '/first': WithMenu });
  await render(<Pages />);
  await arrive('OpenAI');
  expect([document.activeElement, said()]).toEqual([document.body, '']);
});

it('focuses the heading of a record that comes after its page, and announces the name', async () => {
  const { Pages, go } = fakePages({ '/providers': ListPage, '/providers/openai': WithMenu });
  await render(<Pages />);
  await go('/providers/openai');
  expect([focused(), said()]).toEqual(['open-ai', 'Providers']);
  await arrive('OpenAI');
  expect([focused(), said()]).toEqual(['OpenAI', 'OpenAI']);
});

it('leaves the focus to who went on while the record was on its way', async () => {
  const { Pages, go } = fakePages({ '/admins': ListPage, '/admins/1': WithMenu });
  await render(<Pages />);
  await go('/admins/1');
  document.querySelector('button')?.focus();
  await arrive('Sara');
  expect([focused(), said()]).toEqual(['Menu', 'Sara']);
});

it('keeps the focus of who works on a page whose title changes', async () => {
  const { Pages, go } = fakePages({ '/models': ListPage, '/models/1': WithMenu });
  name = 'GPT';
  await render(<Pages />);
  await go('/models/1');
  expect(focused()).toBe('GPT');
  [...document.querySelectorAll('button')].at(-1)?.focus();
  await arrive('GPT');
  expect(focused()).toBe('Elsewhere');
});
