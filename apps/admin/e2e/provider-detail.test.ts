import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './support/accessibility.js';
import { launch, picture, settled, visit, type Visitor } from './support/browser.js';
import { call, enter, normal, root, withRoot } from './support/people.js';
import { startServer, type RunningServer } from './support/server.js';
import { words } from './support/strings.js';

const secret = 'sk-CANARY-typed-by-root-9fQ2';

let browser: Browser;
let server: RunningServer;
beforeAll(async () => {
  browser = await launch();
  server = await startServer(withRoot);
  const owner = await visit(browser, { language: 'en', scheme: 'light' });
  await enter(owner.page, server.url, root);
  await call(owner.page, 'admins.create', { ...normal, name: 'Nima' });
  await owner.close();
});
afterAll(async () => {
  await server.stop();
  await browser.close();
});

describe.each([
  { language: 'en', scheme: 'light' },
  { language: 'fa', scheme: 'dark' },
] as const)('providers in $language', ({ language, scheme }) => {
  const t = words(language);
  const name = language === 'en' ? 'Groq 2' : 'Groq 3';
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await visit(browser, { language, scheme });
    await enter(visitor.page, server.url, root, '/providers/new');
  });
  afterAll(() => visitor.close());

  const shown = async (what: string, layerOpen = false) => {
    await settled(visitor.page);
    await picture(visitor.page, `${what}.${language}.${scheme}`);
    expect(await violations(visitor.page, { layerOpen })).toEqual([]);
  };
  const focused = () => visitor.page.evaluate(() => document.activeElement?.textContent ?? '');

  it('are added from the catalogue without a mouse, with their models, in one step that is logged', async () => {
    const { page } = visitor;
    await page.getByRole('link', { name: 'OpenAI' }).first().focus();
    await page.keyboard.press('End');
    expect(await focused()).toContain(t('catalogue:choose.custom'));
    await page.keyboard.press('Home');
    expect(await focused()).toContain('OpenAI');
    await page.keyboard.press(language === 'fa' ? 'ArrowLeft' : 'ArrowRight');
    expect(await focused()).toContain('Anthropic');
    await shown('add.choose');
    await page.getByRole('searchbox').fill('groq');
    await expect.poll(() => page.locator('main ul a').count()).toBe(2);
    await page.locator('main ul a').first().focus();
    await page.keyboard.press('Enter');
    const field = page.getByLabel(new RegExp(`^${t('providers:form.name')}`)).first();
    await expect.poll(() => field.inputValue()).toBe(name);
    await shown('add.connect');
    await page.getByLabel(new RegExp(`^${t('providers:form.sharedKey')}`)).fill(secret);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: t('providers:form.create') }).waitFor();
    expect(new URL(page.url()).searchParams.get('step')).toBe('models');
    await shown('add.models');
    await page.goBack();
    await expect.poll(() => field.isVisible()).toBe(true);
    await page.goForward();
    await page.getByRole('button', { name: t('providers:form.create') }).press('Enter');
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await shown('detail.overview');
    const slug = new URL(page.url()).pathname.split('/')[2];
    const models = await page.evaluate(async (of) => {
      const input = encodeURIComponent(JSON.stringify({ provider: of }));
      const answer = await fetch(`/trpc/models.list?input=${input}`);
      return ((await answer.json()) as { result: { data: { total: number } } }).result.data.total;
    }, slug);
    expect(models).toBeGreaterThan(2);
  });

  it('lead from tab to tab by keys', async () => {
    const { page } = visitor;
    await page.locator('h1').focus();
    await page.keyboard.press(']');
    await expect.poll(() => new URL(page.url()).searchParams.get('tab')).toBe('connection');
    await page.keyboard.press('[');
    await expect.poll(() => new URL(page.url()).searchParams.get('tab')).toBe(null);
  });

  it('show what a switch would do before it is flipped', async () => {
    const { page } = visitor;
    await page.goto(`${server.url}/providers/groq?tab=access`);
    await page.getByText(normal.email).waitFor();
    await shown('detail.access');
    await page
      .locator('label', { hasText: t('providers:form.allowPersonalKeys') })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('listitem').first().waitFor();
    await shown('detail.access.preview', true);
    await dialog.getByRole('button', { name: /./ }).last().click();
    await page.getByRole('button', { name: t('common:action.undo') }).click();
    await expect
      .poll(() => page.getByRole('switch', { name: t('providers:form.allowPersonalKeys') }).isChecked())
      .toBe(true);
  });

  it('keep what two people changed at once', async () => {
    const { page } = visitor;
    await page.goto(`${server.url}/providers/deepseek?tab=connection`);
    const site = page.getByLabel(new RegExp(`^${t('providers:form.website')}`));
    await site.fill(`https://mine.example.com/${language}`);
    await page.evaluate(async (of) => {
      const input = encodeURIComponent(JSON.stringify({ slug: 'deepseek' }));
      const { result } = await (await fetch(`/trpc/providers.get?input=${input}`)).json();
      const body = JSON.stringify({
        publicId: result.data.publicId,
        patch: { displayName: `DeepSeek ${of}`, website: `https://theirs.example.com/${of}` },
      });
      await fetch('/trpc/providers.update', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    }, language);
    await page.keyboard.press('Control+s');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio').first().waitFor();
    await shown('detail.conflict', true);
    await dialog.getByRole('button', { name: t('common:merge.apply') }).click();
    await page.getByRole('heading', { level: 1, name: `DeepSeek ${language}` }).waitFor();
    expect(await site.inputValue()).toBe(`https://mine.example.com/${language}`);
    await page.reload();
    await expect.poll(() => site.inputValue()).toBe(`https://mine.example.com/${language}`);
  });

  it('hold the table of their models, where one’s own switch does not get in the way of its form', async () => {
    const { page } = visitor;
    await page.goto(`${server.url}/providers/anthropic?tab=models`);
    const rows = page.locator('tbody th button');
    await rows.first().waitFor();
    await shown('detail.models');
    await page.getByRole('button', { name: t('models:column.contextWindow') }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('order')).toMatch(/contextWindow/);
    await rows.first().click();
    const pane = page.getByRole('complementary').filter({ has: page.getByRole('heading') });
    const name = pane.getByLabel(t('common:form.displayName'));
    await name.fill(`Mine ${language}`);
    const own = page.locator('tbody tr[data-open] [role=switch]');
    await own.press('Space');
    await expect.poll(() => own.isChecked()).toBe(false);
    await page.getByRole('button', { name: t('common:action.undo') }).waitFor();
    await shown('detail.models.panel');
    expect(await page.getByText(t('common:merge.notice')).count()).toBe(0);
    await pane.getByRole('button', { name: t('common:action.save') }).click();
    await page.getByText(t('models:toast.saved', { name: `Mine ${language}` })).waitFor();
    await page.reload();
    await expect.poll(() => name.inputValue()).toBe(`Mine ${language}`);
    await own.press('Space');
    await expect.poll(() => own.isChecked()).toBe(true);
  });

  it('have a configuration that is edited with its lines and its changes', async () => {
    const { page } = visitor;
    await page.goto(`${server.url}/providers/openai?tab=config`);
    const editor = page.locator('.cm-content');
    await editor.waitFor();
    await editor.click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.insertText('x');
    await page.locator('.cm-lint-marker').first().waitFor();
    await page.getByRole('button', { name: t('common:json.showChanges') }).click();
    await shown('detail.config');
    await page.getByRole('button', { name: t('common:action.discard') }).click();
    await expect.poll(() => page.locator('.cm-lint-marker').count()).toBe(0);
  });

  it('hear no complaint of the browser, and send no key back', () => {
    expect(visitor.complaints.filter((line) => !/status of (401|409)/.test(line))).toEqual([]);
    expect(visitor.answers.join('\n')).not.toContain(secret);
  });
});

describe('a normal admin', () => {
  it('sees their own figures and key, and nothing of the rest', async () => {
    const t = words('en');
    const { page, answers, close } = await visit(browser, { language: 'en', scheme: 'light' });
    await enter(page, server.url, normal, '/providers/openai?tab=access');
    await page.getByRole('heading', { level: 1, name: 'OpenAI' }).waitFor();
    await settled(page);
    await picture(page, 'detail.normal.en.light');
    const tabs = page.getByRole('tablist', { name: t('provider:tabs.label') }).getByRole('tab');
    const own = ['overview', 'models', 'key', 'usage'].map((tab) => t(`provider:tabs.${tab}`));
    expect(await tabs.allTextContents()).toEqual(own);
    await page.getByRole('tab', { name: t('provider:tabs.key') }).click();
    await page.getByRole('heading', { level: 2, name: 'OpenAI' }).waitFor();
    await settled(page);
    for (const forbidden of ['apiBaseUrl', '"config"', 'totalRequests', 'last4":"', root.email])
      expect(answers.join('\n')).not.toContain(forbidden);
    await close();
  });
});
