import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './support/accessibility.js';
import { launch, picture, settled, visit, type Visitor } from './support/browser.js';
import { call, enter, root, withRoot } from './support/people.js';
import { startServer, type RunningServer } from './support/server.js';
import { words } from './support/strings.js';

const seeded = ['OpenAI', 'Anthropic', 'Google', 'OpenRouter', 'DeepSeek', 'Groq', 'Hugging Face'];
const odd = ['<img src=x onerror=alert(1)>', 'n'.repeat(150), 'سرویس‌های هوش مصنوعی (محلی)'];

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

describe.each(['en', 'fa'] as const)('the list of providers in %s', (language) => {
  const t = words(language);
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await visit(browser, { language, scheme: 'dark' });
    await enter(visitor.page, server.url, root);
  });
  afterAll(() => visitor.close());

  const names = () => visitor.page.locator('tbody th a').allTextContents();
  const handleOf = (name: string) =>
    visitor.page.getByRole('button', { name: t('common:reorder.handle', { name }), exact: true });

  it('is put in order without a mouse, and back', async () => {
    const { page } = visitor;
    await settled(page);
    const live = page.locator('[id^="DndLiveRegion"]');
    await handleOf('OpenAI').focus();
    await page.keyboard.press('Space');
    await expect.poll(() => handleOf('OpenAI').getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => live.textContent()).toMatch(/2|۲/);
    await page.keyboard.press('Space');
    const moved = ['Anthropic', 'OpenAI', ...seeded.slice(2)];
    await expect.poll(names).toEqual(moved);
    await page.getByRole('button', { name: t('common:action.undo') }).click();
    await expect.poll(names).toEqual(seeded);
    await page.reload();
    await expect.poll(names).toEqual(seeded);
  });

  it('says why it cannot be put in order while it is sorted otherwise', async () => {
    const { page } = visitor;
    await page.getByRole('button', { name: t('providers:column.name') }).click();
    await expect.poll(() => handleOf('OpenAI').getAttribute('aria-disabled')).toBe('true');
    await handleOf('OpenAI').hover();
    await page.getByText(t('providers:order.locked')).waitFor();
    await page.goto(`${server.url}/providers`);
    await settled(page);
  });

  it('leaves out a column for as long as this browser remembers it', async () => {
    const { page } = visitor;
    const head = page.getByRole('columnheader', { name: t('providers:column.key'), exact: true });
    const choose = async () => {
      await page.getByRole('button', { name: t('common:table.columns'), exact: true }).click();
      await page.getByRole('menuitemcheckbox', { name: t('providers:column.key'), exact: true }).click();
      expect(await violations(page, { layerOpen: true })).toEqual([]);
      await page.keyboard.press('Escape');
    };
    await choose();
    await expect.poll(() => head.count()).toBe(0);
    await picture(page, `providers.columns.${language}`);
    await page.reload();
    await expect.poll(names).toEqual(seeded);
    expect(await head.count()).toBe(0);
    await choose();
    await head.waitFor();
  });

  it('switches several off and on, by ticks and by the filter', async () => {
    const { page } = visitor;
    const bar = page.getByRole('region', { name: t('common:selection.label') });
    const active = () => page.locator('tbody [role="switch"]:checked').count();
    for (const name of ['OpenAI', 'Groq'])
      await page.getByRole('checkbox', { name: t('common:selection.row', { name }), exact: true }).click();
    await bar.waitFor();
    expect(await violations(page)).toEqual([]);
    await bar.getByRole('button', { name: t('providers:list.deactivate'), exact: true }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('providers:bulk.disableConfirm') })
      .click();
    await expect.poll(active).toBe(5);
    await expect.poll(() => bar.count()).toBe(0);
    await page.getByRole('checkbox').nth(1).click();
    await bar.getByRole('button', { name: /7|۷/ }).click();
    await bar.getByRole('button', { name: t('providers:list.activate'), exact: true }).click();
    await expect.poll(active).toBe(7);
  });

  it('hears no complaint of the browser', () => {
    expect(visitor.complaints.filter((line) => !line.includes('status of 401'))).toEqual([]);
  });
});

describe('names as people enter them', () => {
  it.each([
    ['en', 1360],
    ['fa', 390],
  ] as const)('are letters and no more in %s, %i wide', async (language, width) => {
    const { page, complaints, close } = await visit(browser, { language, scheme: 'light', width, height: 844 });
    await enter(page, server.url, root);
    if (language === 'en')
      for (const [index, displayName] of odd.entries())
        await call(page, 'providers.create', { name: `Odd ${index}`, displayName });
    await page.goto(`${server.url}/providers?search=odd`);
    await expect.poll(() => page.locator('tbody th a').allTextContents()).toEqual(odd);
    await settled(page);
    await picture(page, `providers.odd.${language}.${width}`);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(complaints.filter((line) => !line.includes('status of 401'))).toEqual([]);
    await close();
  });
});
