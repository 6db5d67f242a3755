import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './support/accessibility.js';
import { launch, picture, settled, visit, type Look, type Visitor } from './support/browser.js';
import { root, withRoot } from './support/people.js';
import { startServer, type RunningServer } from './support/server.js';
import { words } from './support/strings.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

describe.each<Look>([
  { language: 'en', scheme: 'light' },
  { language: 'fa', scheme: 'dark', width: 390, height: 844 },
])('the set-up in $language', (look) => {
  const t = words(look.language);
  let server: RunningServer;
  let visitor: Visitor;
  let page: Page;
  beforeAll(async () => {
    server = await startServer();
    visitor = await visit(browser, look);
    ({ page } = visitor);
  });
  afterAll(async () => {
    await visitor.close();
    await server.stop();
  });

  const shown = async (name: string) => {
    await settled(page);
    await picture(page, `setup.${name}.${look.language}`);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  };

  it('tells a stranger nothing of the installation', async () => {
    await page.goto(`${server.url}/setup`);
    await field(page, t('setup:token')).fill('a guess');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await shown('stranger');
    const sent = visitor.answers.join('\n');
    for (const fact of ['embedded', 'memory', 'openai', 'OpenAI']) expect(sent).not.toContain(fact);
  });

  it('checks what the installation stands on, by the printed link, whose token leaves the address', async () => {
    await page.goto('about:blank');
    await page.goto(server.setupUrl ?? '');
    await page.getByRole('button', { name: t('setup:next') }).waitFor();
    expect(await page.getByText(t('setup:check.bad')).count()).toBe(0);
    expect(await page.getByRole('main').getByRole('listitem').count()).toBe(4 + 4); // steps and rows
    await expect.poll(() => page.url()).toBe(`${server.url}/setup`);
    await shown('check');
    await page.getByRole('button', { name: t('setup:next') }).click();
  });

  it('says in words how strong a password is, takes a pasted one, and keeps the rest when one is too short', async () => {
    const name = field(page, t('setup:owner.name'));
    await expect.poll(() => name.evaluate((input) => input === document.activeElement)).toBe(true);
    await name.fill('سارا');
    await field(page, t('setup:owner.email')).fill('sara@example.com');
    const password = field(page, t('setup:owner.password'));
    await password.fill('aaaaaaaaaaaaaa');
    await page.getByText(t('common:password.weak')).waitFor();
    await password.fill('short');
    await page.getByRole('button', { name: t('setup:owner.submit') }).click();
    await expect.poll(() => password.getAttribute('aria-invalid')).toBe('true');
    await shown('owner');
    expect(await password.getAttribute('autocomplete')).toBe('new-password');
    await page.evaluate((text) => navigator.clipboard.writeText(text), root.password);
    await password.fill('');
    await page.keyboard.press('Control+v');
    expect(await password.inputValue()).toBe(root.password);
    await page.getByRole('button', { name: t('setup:owner.submit') }).click();
  });

  it('keeps the calendar with the account, leads to a first provider, and is over', async () => {
    await page.getByText(t('setup:look.limitsText')).waitFor();
    expect(await focused(page)).toBe(t('setup:step.look'));
    expect(new URL(page.url()).search).toBe('?step=look');
    await field(page, t('setup:look.calendar')).selectOption('gregorian');
    await shown('look');
    await page.reload();
    await expect.poll(() => field(page, t('setup:look.calendar')).inputValue()).toBe('gregorian');
    await page.getByRole('button', { name: t('setup:next') }).click();
    await page.getByRole('link', { name: 'Anthropic' }).waitFor();
    expect(await focused(page)).toBe(t('setup:step.provider'));
    expect(await page.getByRole('main').locator('li a').allTextContents()).toEqual(['OpenAI', 'Anthropic', 'Google']);
    await shown('provider');
    await page.getByRole('link', { name: 'OpenAI' }).click();
    await page.getByRole('heading', { level: 1, name: 'OpenAI', exact: true }).waitFor();
    await expect.poll(() => focused(page)).toBe('OpenAI');
    await page.goto(`${server.url}/setup`);
    await expect.poll(() => new URL(page.url()).pathname).not.toContain('setup');
    expect(visitor.complaints.filter((line) => !/status of 40[13]/.test(line))).toEqual([]);
  });
});

describe('signing in', () => {
  const t = words('en');
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer(withRoot);
  });
  afterAll(() => server.stop());

  const signIn = async (page: Page, password = root.password) => {
    await field(page, t('auth:login.email')).fill(root.email);
    await field(page, t('auth:login.password')).fill(password);
    await page.keyboard.press('Enter');
  };

  it('begins in the first empty field and ends where somebody wanted to go', async () => {
    const { page, context, close } = await visit(browser, { language: 'en', scheme: 'light' });
    await page.goto(`${server.url}/models?capability=vision`);
    await page.getByRole('heading', { level: 1, name: t('auth:login.title') }).waitFor();
    expect(new URL(page.url()).searchParams.get('to')).toBe('/models?capability=vision');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('email');
    await signIn(page);
    await page.getByRole('heading', { level: 1, name: t('models:title') }).waitFor();
    expect(new URL(page.url()).search).toBe('?capability=vision');
    const [session] = await context.cookies();
    expect(session?.expires).toBe(-1); // ends with the browser
    await close();
  });

  it('stays beyond the browser where somebody asks for it', async () => {
    const { page, context, close } = await visit(browser, { language: 'en', scheme: 'light' });
    await page.goto(`${server.url}/login`);
    await page.getByLabel(t('auth:login.remember')).check();
    await signIn(page);
    await page.getByRole('heading', { level: 1, name: t('dashboard:title') }).waitFor();
    const days = (((await context.cookies())[0]?.expires ?? 0) - Date.now() / 1000) / 86_400;
    expect(Math.round(days)).toBe(7);
    await close();
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'never leads to %s',
    async (to) => {
      const { page, close } = await visit(browser, { language: 'en', scheme: 'light' });
      await page.goto(`${server.url}/login?to=${encodeURIComponent(to)}`);
      await signIn(page);
      await page.getByRole('heading', { level: 1, name: t('dashboard:title') }).waitFor();
      expect(new URL(page.url()).origin).toBe(server.url);
      await close();
    },
  );

  it('leads to the alert after a failure, and counts a lock-out down', async () => {
    const { page, close } = await visit(browser, { language: 'en', scheme: 'light' });
    await page.goto(`${server.url}/login`);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('role'));
    for (let attempt = 0; attempt < 11; attempt += 1) {
      const answered = page.waitForResponse(/auth\.login/);
      await signIn(page, `guess ${attempt}`);
      await answered;
      await expect.poll(focused).toBe('alert');
    }
    await page.getByText(/You can try again in 1[45] minutes/).waitFor();
    await picture(page, 'login.locked.en');
    expect(await violations(page)).toEqual([]);
    await close();
  });

  it('keeps the form while the service is away', async () => {
    const { page, close } = await visit(browser, { language: 'en', scheme: 'light' });
    await page.goto(`${server.url}/login`);
    await field(page, t('auth:login.email')).waitFor();
    process.kill(server.pid, 'SIGKILL');
    await signIn(page);
    await page.getByText(t('errors:unreachable')).waitFor();
    expect(await field(page, t('auth:login.email')).inputValue()).toBe(root.email);
    expect(await field(page, t('auth:login.password')).inputValue()).toBe(root.password);
    await close();
  });
});
