import { beforeAll, expect, it } from 'vitest';
import { loadStrings, startI18n } from '../../../i18n/index.js';
import { fakePages } from '../../../testing/pages.js';
import { render } from '../../../testing/render.js';
import { Steps } from './Steps.js';

beforeAll(async () => {
  await startI18n('en');
  await loadStrings('catalogue');
});

const names = () => [...document.querySelectorAll('li')].map(({ textContent }) => textContent);
const links = () => [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));

it('begins with what is to be chosen', async () => {
  const { Pages } = fakePages({ '/providers/new': () => <Steps step="connect" kind="openai" /> });
  await render(<Pages />);
  expect([names(), links()]).toEqual([['1Choose', '2Connect', '3Models and access'], ['/providers/new']]);
});

it('leaves nothing to choose for a copy, and leads back to its own draft', async () => {
  const { Pages } = fakePages({ '/providers/new': () => <Steps step="models" from="open-ai" /> });
  await render(<Pages />);
  expect(names()).toEqual(['1Connect', '2Models and access']);
  expect(links()).toEqual(['/providers/new?step=connect&from=open-ai']);
});
