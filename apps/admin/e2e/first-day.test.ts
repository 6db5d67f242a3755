import { createClient } from '@ai-providers/client';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './support/accessibility.js';
import { launch, picture, settled, visit, type Look, type Visitor } from './support/browser.js';
import { startServer, type RunningServer } from './support/server.js';
import { words } from './support/strings.js';

const owner = { name: 'Sara', email: 'sara@example.com', password: 'a few words in a row' };
const canary = 'sk-CANARY-4b1f7d2e9c-q9fQ';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each<Look>([
  { language: 'en', scheme: 'light' },
  { language: 'fa', scheme: 'dark' },
])('the first day, $language $scheme', ({ language, scheme }) => {
  const t = words(language);
  let server: RunningServer;
  let visitor: Visitor;
  let page: Page;
  let client: ReturnType<typeof createClient>;

  beforeAll(async () => {
    server = await startServer();
    visitor = await visit(browser, { language, scheme });
    ({ page } = visitor);
  });
  afterAll(async () => {
    await visitor.close();
    await server.stop();
  });

  const shown = async (name: string) => {
    await settled(page);
    await picture(page, `${name}.${language}.${scheme}`);
    expect(await violations(page)).toEqual([]);
  };
  const activeSlugs = async () => (await client.providers.active.query()).map(({ slug }) => slug);
  /** By its label; a required one has a star behind it. */
  const field = (label: string) =>
    page.getByLabel(new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*\\*?$`));
  const heading = (text: string) => page.getByRole('heading', { level: 1, name: text });

  it('sets the installation up by the printed link', async () => {
    await page.goto(server.setupUrl ?? '');
    await heading(t('setup:title')).waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe(language === 'fa' ? 'rtl' : 'ltr');
    await page.getByRole('button', { name: t('setup:next') }).click();
    await field(t('setup:owner.name')).fill(owner.name);
    await field(t('setup:owner.email')).fill(owner.email);
    await field(t('setup:owner.password')).fill(owner.password);
    await page.getByRole('button', { name: t('setup:owner.submit') }).click();
    await page.getByRole('button', { name: t('setup:next') }).click();
    await page.getByRole('link', { name: t('setup:provider.skip') }).click();
    await heading(t('dashboard:title')).waitFor();
    expect(page.url()).toBe(`${server.url}/`);
    await page.getByText(t('dashboard:setup.step.key')).waitFor();
    await shown('dashboard-new');
  });

  it('signs out and in again', async () => {
    await page.getByRole('button', { name: t('common:account.menu', { name: owner.name }) }).click();
    await page.getByRole('menuitem', { name: t('common:account.signOut') }).click();
    await heading(t('auth:login.title')).waitFor();
    await shown('login');
    await field(t('auth:login.email')).fill(owner.email);
    await field(t('auth:login.password')).fill(owner.password);
    await page.getByRole('button', { name: t('auth:login.submit') }).click();
    await heading(t('dashboard:title')).waitFor();
    await page
      .getByRole('link', { name: t('common:nav.providers') })
      .first()
      .click();
    await heading(t('providers:title')).waitFor();
    await page.getByRole('link', { name: 'OpenAI', exact: true }).waitFor();
    await shown('providers');
  });

  it('gives a program a token that reads the registry', async () => {
    const made = await page.evaluate(async () => {
      const body = JSON.stringify({ name: 'poller', scopes: ['registry:read'] });
      const answer = await fetch('/trpc/tokens.create', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      return (await answer.json()) as { result: { data: { token: string } } };
    });
    client = createClient({ url: server.url, token: made.result.data.token });
    expect(await activeSlugs()).toContain('openai');
    expect(await activeSlugs()).not.toContain('mistral');
  });

  it('adds a provider with its key, which a program sees at its next call', async () => {
    await page.getByRole('link', { name: t('providers:add') }).click();
    await heading(t('providers:form.newTitle')).waitFor();
    await shown('provider-new');
    await page.getByRole('link', { name: t('catalogue:choose.custom') }).click();
    await field(t('providers:form.name')).fill('Mistral');
    await field(t('providers:form.apiBaseUrl')).fill('https://api.mistral.ai/v1');
    await field(t('providers:form.sharedKey')).fill(canary);
    await page.getByRole('button', { name: t('catalogue:connect.next') }).click();
    await page.getByRole('button', { name: t('providers:form.create') }).click();
    await heading('Mistral').waitFor();
    expect(await activeSlugs()).toContain('mistral');
    await shown('provider');
  });

  it('keeps the key out of the page, its storage and every answer', async () => {
    const held = await page.evaluate(
      () =>
        document.documentElement.outerHTML +
        JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]) +
        document.cookie,
    );
    for (const place of [held, ...visitor.answers, server.output()]) expect(place).not.toContain(canary);
    expect(visitor.answers.length).toBeGreaterThan(3);
    await page.getByRole('tab', { name: t('provider:tabs.connection') }).click();
    await page.getByText(canary.slice(-4)).first().waitFor();
  });

  it('adds a model, which a program sees at its next call', async () => {
    await page.getByRole('tab', { name: t('provider:tabs.models') }).click();
    await page
      .getByRole('link', { name: t('providers:models.add') })
      .first()
      .click();
    await heading(t('models:form.newTitle')).waitFor();
    await shown('model-new');
    await field(t('models:column.modelId')).fill('mistral-large-latest');
    await field(t('models:column.name')).fill('Mistral Large');
    await page.getByRole('checkbox', { name: t('models:capability.chat.word') }).check();
    await field(t('models:form.pricingInput')).fill(language === 'fa' ? '۲٫۵' : '2.5');
    await page.getByRole('button', { name: t('models:form.create'), exact: true }).click();
    await heading(t('models:title')).waitFor();
    const [model] = await client.models.byProvider.query({ slug: 'mistral' });
    expect(model).toMatchObject({ modelId: 'mistral-large-latest', capabilities: ['chat'], pricingInput: '2.500000' });
    await shown('models');
  });

  it('switches the provider off and on, and a program follows', async () => {
    await page
      .getByRole('link', { name: t('common:nav.providers') })
      .first()
      .click();
    // The label around it: the input itself lies invisible under what a person clicks on.
    const toggle = page.locator('label', {
      has: page.getByRole('switch', { name: t('providers:list.activeSwitch', { name: 'Mistral' }) }),
    });
    await toggle.click();
    await page.getByRole('button', { name: t('providers:disable.confirm') }).click();
    await page
      .getByText(t('providers:toast.deactivated', { name: 'Mistral' }))
      .first()
      .waitFor();
    expect(await activeSlugs()).not.toContain('mistral');
    expect(await client.models.byProvider.query({ slug: 'mistral' })).toEqual([]);
    await toggle.click();
    await page
      .getByText(t('providers:toast.activated', { name: 'Mistral' }))
      .first()
      .waitFor();
    expect(await activeSlugs()).toContain('mistral');
    expect(await client.models.byProvider.query({ slug: 'mistral' })).toHaveLength(1);
  });

  it('says in my keys which key calls would use', async () => {
    await page
      .getByRole('link', { name: t('common:nav.keys') })
      .first()
      .click();
    await heading(t('keys:title')).waitFor();
    await page.getByText('Mistral').first().waitFor();
    await shown('my-keys');
  });

  it('signs out for good', async () => {
    await page.getByRole('button', { name: t('common:account.menu', { name: owner.name }) }).click();
    await page.getByRole('menuitem', { name: t('common:account.signOut') }).click();
    await heading(t('auth:login.title')).waitFor();
    const status = await page.evaluate(async () => (await fetch('/trpc/providers.list')).status);
    expect(status).toBe(401);
  });

  it('ran without a restart and without a complaint of the browser', () => {
    // The page asks who is signed in before anybody is.
    expect(visitor.complaints.filter((line) => !line.includes('status of 401'))).toEqual([]);
    expect(server.output().match(/The panel and the API/g)).toHaveLength(1);
    expect(() => process.kill(server.pid, 0)).not.toThrow();
  });
});
