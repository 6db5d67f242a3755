import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, settled, visit, type Look, type Visitor } from './support/browser.js';
import { ask, call, enter, normal, root, withRoot } from './support/people.js';
import { startServer, type RunningServer } from './support/server.js';
import { words } from './support/strings.js';
import { tabTo, typeInto } from './support/walk.js';

let browser: Browser;
let server: RunningServer;
beforeAll(async () => {
  browser = await launch();
  server = await startServer(withRoot);
});
afterAll(async () => {
  await server.stop();
  await browser.close();
});

describe.each<Look>([
  { language: 'en', scheme: 'light' },
  { language: 'fa', scheme: 'dark' },
])('without a mouse, $language $scheme', (look) => {
  const t = words(look.language);
  let visitor: Visitor;
  let page: Page;
  beforeAll(async () => {
    visitor = await visit(browser, look);
    ({ page } = visitor);
    await enter(page, server.url, root, '/settings/shortcuts');
    await call(page, 'admins.create', { ...normal, name: 'Nima' });
  });
  afterAll(() => visitor.close());

  const press = async (name: string) => {
    await tabTo(page, page.getByRole('button', { name, exact: true }));
    await page.keyboard.press('Enter');
  };
  const typeAndConfirm = async (word: string, confirm: string) => {
    const dialog = page.getByRole('dialog');
    await typeInto(dialog.getByRole('textbox'), word);
    await press(confirm);
    await dialog.waitFor({ state: 'detached' });
  };
  const namesOf = async (list: 'providers' | 'admins', search: string) => {
    const { total } = (await ask(page, `${list}.list`, { search })) as { total: number };
    return total;
  };

  it('a provider is deleted by typing its slug', async () => {
    const slug = look.language === 'en' ? 'groq' : 'deepseek';
    await page.goto(`${server.url}/providers/${slug}?tab=config`);
    await settled(page);
    await press(t('providers:danger.delete'));
    await typeAndConfirm(slug, t('providers:delete.confirm'));
    await page.getByRole('heading', { level: 1, name: t('providers:title') }).waitFor();
    expect(await namesOf('providers', slug)).toBe(0);
  });

  it('an admin is deleted by typing their address', async () => {
    await page.goto(`${server.url}/admins`);
    await settled(page);
    await press(t('common:action.more', { name: 'Nima' }));
    await page.getByRole('menu').waitFor();
    const item = page.getByRole('menuitem', { name: t('admins:delete.open') });
    for (let down = 0; down < 5 && !(await item.evaluate((one) => one === document.activeElement)); down += 1)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await typeAndConfirm(normal.email, t('admins:delete.confirm'));
    expect(await namesOf('admins', normal.email)).toBe(0);
  });

  it('hears no complaint of the browser', () => {
    expect(visitor.complaints.filter((line) => !line.includes('status of 401'))).toEqual([]);
  });
});
