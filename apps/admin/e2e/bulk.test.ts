import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './support/accessibility.js';
import { launch, picture, settled, visit, type Visitor } from './support/browser.js';
import { call, enter, root, withRoot } from './support/people.js';
import { startServer, type RunningServer } from './support/server.js';
import { words } from './support/strings.js';

const many = 120;

let browser: Browser;
let server: RunningServer;
beforeAll(async () => {
  browser = await launch();
  server = await startServer(withRoot);
  const owner = await visit(browser, { language: 'en', scheme: 'light' });
  await enter(owner.page, server.url, root);
  await call(owner.page, 'providers.create', {
    name: 'Many',
    slug: 'many',
    apiBaseUrl: 'https://many.example.com/v1',
  });
  for (let index = 0; index < many; index += 1) {
    const name = `Model ${String(index).padStart(3, '0')}`;
    const model = { name, modelId: `many-${index}`, capabilities: ['chat'], sortOrder: index };
    await call(owner.page, 'models.create', { provider: 'many', ...model });
  }
  await owner.close();
});
afterAll(async () => {
  await server.stop();
  await browser.close();
});

describe.each([
  { language: 'en', scheme: 'light' },
  { language: 'fa', scheme: 'dark' },
] as const)('a long change of models in $language', ({ language, scheme }) => {
  const t = words(language);
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await visit(browser, { language, scheme });
    await enter(visitor.page, server.url, root, '/models?provider=many');
  });
  afterAll(() => visitor.close());

  const bar = () => visitor.page.getByRole('region', { name: t('common:selection.label') });
  const shown = async (what: string, layerOpen = false) => {
    await picture(visitor.page, `bulk.${what}.${language}`);
    expect(await violations(visitor.page, { layerOpen })).toEqual([]);
  };
  const number = new Intl.NumberFormat(language === 'fa' ? 'fa-IR' : 'en');

  it('asks before it is left, is cancelled, and goes on with the rest', async () => {
    const { page } = visitor;
    await page.locator('tbody th button').first().waitFor();
    await settled(page);
    await page.getByRole('checkbox', { name: t('common:selection.page') }).check();
    await bar()
      .getByRole('button', { name: new RegExp(number.format(many)) })
      .click();
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    await page.route('**/trpc/models.bulkUpdate*', async (route) => {
      await gate;
      await route.continue();
    });
    await bar()
      .getByRole('button', { name: t('models:bulk.deactivate'), exact: true })
      .click();
    await bar().getByRole('progressbar').waitFor();
    await page.getByRole('link', { name: t('common:nav.admins') }).click();
    const dialog = page.getByRole('dialog', { name: t('common:running.title') });
    await dialog.waitFor();
    await shown('leaving', true);
    await dialog.getByRole('button', { name: t('common:running.stay') }).click();
    await bar()
      .getByRole('button', { name: t('common:action.cancel') })
      .click();
    await bar().getByText(t('common:selection.stopping')).waitFor();
    open();
    await bar()
      .getByText(new RegExp(`${number.format(50)}.*${number.format(0)}.*${number.format(70)}`))
      .waitFor();
    await settled(page);
    await shown('cancelled');
    await page.unroute('**/trpc/models.bulkUpdate*');
    await bar()
      .getByRole('button', { name: t('common:selection.goOn') })
      .click();
    await bar().waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('tbody [role="switch"]:checked').count()).toBe(0);
  });

  it('keeps the order of those that go to the top', async () => {
    const { page } = visitor;
    await page.goto(`${server.url}/models?provider=many`);
    const names = () => page.locator('tbody th button > span > bdi').allTextContents();
    await page.locator('tbody th button').first().waitFor();
    const before = await names();
    await page.getByRole('checkbox', { name: t('common:selection.page') }).check();
    await bar()
      .getByRole('button', { name: new RegExp(number.format(many)) })
      .click();
    await bar()
      .getByRole('button', { name: t('models:bulk.top') })
      .click();
    await bar().waitFor({ state: 'detached' });
    await settled(page);
    expect(await names()).toEqual(before);
    await page.getByRole('checkbox', { name: t('common:selection.page') }).check();
    await bar()
      .getByRole('button', { name: new RegExp(number.format(many)) })
      .click();
    await bar()
      .getByRole('button', { name: t('models:bulk.activate'), exact: true })
      .click();
    await bar().waitFor({ state: 'detached' });
  });
});
