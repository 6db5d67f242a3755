import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './support/accessibility.js';
import { launch, picture, settled, visit, type Visitor } from './support/browser.js';
import { call, enter, normal, root, withRoot } from './support/people.js';
import { startServer, type RunningServer } from './support/server.js';
import { words } from './support/strings.js';

const odd = ['<img src=x onerror=alert(1)>', 'n'.repeat(150), 'مدل‌های زبانی (محلی)', '\u200fمدل\u200f gpt'];
const filtered = '/models?capability=chat%2Cvision&maxIn=5&minContext=128000';

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

/** A busy machine takes its time. */
const soon = { timeout: 20_000 };
const table = async (page: Page) => {
  await page.locator('tbody th button').first().waitFor();
  await settled(page);
};
const names = (page: Page) => page.locator('tbody th button > span > bdi').allTextContents();
const params = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe.each(['en', 'fa'] as const)('the models in %s', (language) => {
  const t = words(language);
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await visit(browser, { language, scheme: language === 'fa' ? 'dark' : 'light' });
    await enter(visitor.page, server.url, root, '/models');
  });
  afterAll(() => visitor.close());

  const rail = (name: string) => visitor.page.getByRole('checkbox', { name, exact: true });

  it('are narrowed by capability, price and context, without a mouse', async () => {
    const { page } = visitor;
    await table(page);
    const all = await page.locator('tbody tr').count();
    await page.keyboard.press('f');
    for (const capability of ['chat', 'vision']) {
      await rail(t(`models:capability.${capability}.word`)).focus();
      await page.keyboard.press('Space');
    }
    await expect.poll(() => params(page), soon).toEqual({ capability: 'chat,vision' });
    const price = page.getByRole('slider', { name: t('models:filter.priceIn') });
    await price.focus();
    // From no bound to 100, 50, 20, 10 and 5 dollars: an arrow goes the way it points.
    for (let step = 0; step < 5; step += 1) await page.keyboard.press(language === 'fa' ? 'ArrowRight' : 'ArrowLeft');
    await expect.poll(() => params(page).maxIn, soon).toBe('5');
    const context = page.getByRole('textbox', { name: t('models:filter.exactMin') });
    await context.fill(language === 'fa' ? '۱۲۸۰۰۰' : '128000');
    await context.press('Enter');
    await expect
      .poll(() => params(page), soon)
      .toEqual({ capability: 'chat,vision', maxIn: '5', minContext: '128000' });
    await settled(page);
    expect(await page.locator('tbody tr').count()).toBeLessThan(all);
    await picture(page, `models.filtered.${language}`);
    expect(await violations(page)).toEqual([]);
  });

  it('say what is wrong with a range that ends before it begins', async () => {
    const { page } = visitor;
    const largest = page.getByRole('textbox', { name: t('models:filter.exactMax') });
    await largest.fill('4000');
    await largest.press('Enter');
    await page.getByText(t('models:filter.emptyRange')).waitFor();
    expect(params(page)).not.toHaveProperty('maxContext');
    await largest.fill('');
  });

  it('are the same after a reload, and without the last filter after going back', async () => {
    const { page } = visitor;
    const before = await names(page);
    await page.reload();
    await table(page);
    expect(await names(page)).toEqual(before);
    await page.goBack();
    await expect.poll(() => params(page), soon).toEqual({ capability: 'chat,vision', maxIn: '5' });
    await page.goForward();
    await expect.poll(() => params(page).minContext, soon).toBe('128000');
  });

  it('are all switched off that match by keyboard, and on again', async () => {
    const { page } = visitor;
    await page.goto(`${server.url}${filtered}`);
    await table(page);
    const rows = await page.locator('tbody tr').count();
    const active = () => page.locator('tbody [role="switch"]:checked').count();
    const before = await active();
    const bar = page.getByRole('region', { name: t('common:selection.label') });
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await bar.waitFor();
    await bar.getByRole('button', { name: new RegExp(new Intl.NumberFormat(language).format(rows)) }).focus();
    await page.keyboard.press('Enter');
    await bar.getByRole('button', { name: t('models:bulk.deactivate'), exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(active, soon).toBe(0);
    const undo = page.getByRole('button', { name: t('common:action.undo') });
    await undo.focus();
    await page.keyboard.press('Enter');
    await expect.poll(active, soon).toBe(before);
  });

  it('are read beside the list, row by row, and the list stays in use', async () => {
    const { page } = visitor;
    await page.goto(`${server.url}/models?provider=google`);
    await table(page);
    const [first = '', second = ''] = await names(page);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    const pane = page.getByRole('complementary').filter({ has: page.getByRole('heading') });
    await pane.getByRole('heading', { name: first, exact: true }).waitFor();
    await page.keyboard.press('j');
    await pane.getByRole('heading', { name: second, exact: true }).waitFor();
    await picture(page, `models.panel.${language}`);
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await pane.getByRole('heading', { name: second, exact: true }).waitFor();
    await page.locator('tbody input[type=checkbox]:not([role=switch])').first().click();
    await page.getByRole('region', { name: t('common:selection.label') }).waitFor();
    await pane
      .getByRole('textbox', { name: t('models:column.name') })
      .first()
      .fill('Changed');
    await page.keyboard.press('Escape');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('common:unsaved.leave') })
      .click();
    await expect.poll(() => pane.count(), soon).toBe(0);
  });

  it('are added by keyboard, with prices for a token and a change to come', async () => {
    const { page } = visitor;
    await page.goto(`${server.url}/models/new?provider=groq`);
    const id = page.getByLabel(t('models:column.modelId'));
    await id.waitFor();
    const type = async (label: string, text: string) => {
      await page.getByLabel(label).first().focus();
      await page.keyboard.type(text);
    };
    await type(t('models:column.modelId'), `new-${language}`);
    await type(t('models:column.name'), `New ${language}`);
    await page.getByLabel(t('models:form.priceUnit')).selectOption('token');
    await type(t('models:form.pricingInput'), language === 'fa' ? '۰٫۰۰۰۰۰۲۵' : '0.0000025');
    await type(t('models:form.pricingOutput'), '0.00001');
    await expect.poll(() => page.getByText(language === 'fa' ? /۰٫۰۰۷۵/ : /\$0\.0075/).count(), soon).toBe(1);
    await page.getByRole('button', { name: t('models:form.addScheduled') }).press('Enter');
    await page.getByRole('button', { name: new RegExp(t('models:form.scheduledFrom')) }).press('Enter');
    await page.getByRole('grid').waitFor();
    await picture(page, `models.new.calendar.${language}`);
    await page.keyboard.press('PageDown'); // the next month
    await page.keyboard.press('Enter');
    await page.getByLabel(t('models:form.pricingInput')).nth(1).fill('0.000003');
    await picture(page, `models.new.${language}`);
    expect(await violations(page)).toEqual([]);
    await page.getByLabel(t('models:form.pricingInput')).nth(1).press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: t('models:title') }).waitFor();
    const saved = await page.evaluate(async (search) => {
      const input = encodeURIComponent(JSON.stringify({ search }));
      const answer = await fetch(`/trpc/models.list?input=${input}`);
      return ((await answer.json()) as { result: { data: { items: unknown[] } } }).result.data.items[0];
    }, `new-${language}`);
    expect(saved).toMatchObject({
      pricingInput: '2.500000',
      pricingOutput: '10.000000',
      config: { pricing: { scheduled: [{ from: expect.stringMatching(/^20\d\d-\d\d-\d\d$/), input: '3' }] } },
    });
  });

  it('lead to the one that has an id already', async () => {
    const { page } = visitor;
    await page.goto(`${server.url}/models/new?provider=groq`);
    await page.getByLabel(t('models:column.modelId')).fill(`new-${language}`);
    await page.getByLabel(t('models:column.name')).first().fill('Twin');
    await page.getByRole('button', { name: t('models:form.create'), exact: true }).click();
    await page.getByRole('link', { name: `${t('models:form.openRival')} New ${language}` }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('common:unsaved.leave') })
      .click();
    await page
      .getByRole('complementary')
      .getByRole('heading', { name: `New ${language}` })
      .waitFor();
  });

  it('hear no complaint of the browser', () => {
    const expected = /status of 40[19]/; // nobody signed in yet; the id that is taken
    expect(visitor.complaints.filter((line) => !expected.test(line))).toEqual([]);
  });
});

describe('four hundred models', () => {
  it.each([
    ['en', 1360],
    ['fa', 390],
  ] as const)('with odd names are letters and no more in %s, %i wide', async (language, width) => {
    const t = words(language);
    const { page, complaints, close } = await visit(browser, { language, scheme: 'light', width, height: 844 });
    await enter(page, server.url, root);
    if (language === 'en') {
      await call(page, 'providers.create', { name: 'Many' });
      const add = (index: number, name: string) =>
        call(page, 'models.create', { provider: 'many', name, modelId: `many-${index}`, capabilities: ['chat'] });
      for (const [index, name] of odd.entries()) await add(index, name);
      for (let index = odd.length; index < 400; index += 4)
        await Promise.all([0, 1, 2, 3].map((more) => add(index + more, `z ${index + more}`)));
    }
    await page.goto(`${server.url}/models?provider=many&sort=name`);
    await table(page);
    expect((await names(page)).slice(0, 60)).toEqual(expect.arrayContaining(odd.slice(0, 2)));
    await picture(page, `models.many.${language}.${width}`);
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    if (language === 'en') {
      await page.locator('tbody input[type=checkbox]:not([role=switch])').first().click();
      const bar = page.getByRole('region', { name: t('common:selection.label') });
      await bar.getByRole('button', { name: /400/ }).click();
      await bar.getByRole('button', { name: t('models:bulk.deactivate'), exact: true }).click();
      await bar.getByRole('progressbar').waitFor();
      await picture(page, 'models.progress.en');
      await page.getByText(t('models:bulk.changed_other', { count: '400' })).waitFor({ timeout: 90_000 });
      await expect.poll(() => page.locator('tbody [role="switch"]:checked').count(), soon).toBe(0);
    }
    expect(complaints.filter((line) => !line.includes('status of 401'))).toEqual([]);
    await close();
  });
});

describe('a normal admin', () => {
  it('reads the models, ticks none, and is sent nothing else', async () => {
    const t = words('en');
    const owner = await visit(browser, { language: 'en', scheme: 'light' });
    await enter(owner.page, server.url, root);
    await call(owner.page, 'admins.create', { ...normal, name: 'Nima' });
    await owner.close();
    const { page, answers, close } = await visit(browser, { language: 'en', scheme: 'light' });
    await enter(page, server.url, normal, '/models');
    await table(page);
    expect(await page.locator('tbody input[type=checkbox]').count()).toBe(0);
    await page
      .getByRole('button', { name: /^Actions for/ })
      .first()
      .click();
    await page.getByRole('menuitem').first().waitFor();
    expect(await page.getByRole('menuitem').allTextContents()).toEqual([
      t('models:list.copyId'),
      t('models:list.copySnippet'),
    ]);
    await page.getByRole('menuitem', { name: t('models:list.copySnippet') }).click();
    await page.getByText(t('models:toast.snippetCopied')).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("from '@ai-providers/client'");
    const sent = answers.join('\n');
    for (const hidden of ['"config"', 'totalRequests', 'isRetired', 'lifecycle', '"isActive":false', 'many-1"'])
      expect(sent).not.toContain(hidden);
    expect(sent).toContain('"modelId"');
    await page.goto(`${server.url}/models?status=retired`);
    await page.getByText('FORBIDDEN').waitFor();
    await close();
  });
});
