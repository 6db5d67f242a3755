import { execFile } from 'node:child_process';
import { writeFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createClient } from '@ai-providers/client';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './support/accessibility.js';
import { launch, picture, settled, visit, type Look, type Visitor } from './support/browser.js';
import { call, enter, normal, root, withRoot } from './support/people.js';
import { startServer, type RunningServer } from './support/server.js';
import { words } from './support/strings.js';

const run = promisify(execFile);

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each<Look>([
  { language: 'en', scheme: 'light' },
  { language: 'fa', scheme: 'dark' },
])('a token by keyboard, $language $scheme', ({ language, scheme }) => {
  const t = words(language);
  let server: RunningServer;
  let visitor: Visitor;
  let page: Page;
  let token = '';

  beforeAll(async () => {
    server = await startServer(withRoot);
    visitor = await visit(browser, { language, scheme });
    ({ page } = visitor);
    await enter(page, server.url, root, '/providers');
    await call(page, 'admins.create', { ...normal, name: 'Nima' });
  });
  afterAll(async () => {
    await visitor.close();
    await server.stop();
  });

  const shown = async (name: string, layerOpen = false) => {
    await settled(page);
    await picture(page, `tokens.${name}.${language}.${scheme}`);
    expect(await violations(page, { layerOpen })).toEqual([]);
  };
  const heading = () => page.getByRole('heading', { level: 1, name: t('tokens:title') }).waitFor();
  const row = (text: string) => page.getByRole('row').filter({ hasText: text });
  const press = async (name: string) => {
    const button = page.getByRole('button', { name, exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
  };
  const ask = async (name: string, deed: string) => {
    await page
      .getByRole('button', { name: t('common:action.more', { name }) })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    const item = page.getByRole('menuitem', { name: deed });
    await item.focus();
    await page.keyboard.press('Enter');
  };
  const take = async (): Promise<string> => {
    const box = page.getByLabel(t('tokens:once.label'), { exact: true });
    await box.waitFor();
    const value = await box.inputValue();
    await page.getByRole('checkbox', { name: t('common:showOnce.stored') }).focus();
    await page.keyboard.press('Space');
    await press(t('common:showOnce.done'));
    await box.waitFor({ state: 'detached' });
    expect(await page.content()).not.toContain(value);
    return value;
  };
  const works = async (of: string) => {
    const client = createClient({ url: server.url, token: of });
    return client.providers.active.query().then(
      () => true,
      () => false,
    );
  };

  it('opens the empty page, and the form by n', async () => {
    await page.locator('main h1').waitFor();
    await page.waitForLoadState('networkidle'); // the keys come after the page
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await heading();
    await page.getByText(t('tokens:empty.title')).waitFor();
    await shown('empty');
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: t('tokens:form.title') }).waitFor();
    await page
      .getByLabel(new RegExp(`^${t('tokens:form.name')}`))
      .first()
      .focus();
    await page.keyboard.type('CI robot');
    await page.getByRole('dialog').getByLabel(t('tokens:form.expiresAt'), { exact: true }).selectOption('date');
    await shown('form', true);
    await page.getByRole('button', { name: new RegExp(t('tokens:form.lastDay')) }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('grid').waitFor();
    await shown('calendar', true);
    await page.keyboard.press('Escape');
    await page.getByRole('grid').waitFor({ state: 'detached' });
  });

  it('shows the token once, and runs its snippets', async () => {
    await press(t('tokens:form.create'));
    const box = page.getByLabel(t('tokens:once.label'), { exact: true });
    await box.waitFor();
    await shown('once', true);
    await page.keyboard.press('Escape');
    await page.getByText(t('common:showOnce.closeTitle')).waitFor();
    await press(t('common:showOnce.stay'));
    await page.getByRole('tab', { name: 'TypeScript' }).click();
    const program = (await page.getByRole('region', { name: 'TypeScript' }).textContent()) ?? '';
    await page.getByRole('tab', { name: 'curl' }).click();
    const line = (await page.getByRole('region', { name: 'curl' }).textContent()) ?? '';
    token = await take();
    const file = join(import.meta.dirname, `snippet-${language}.mjs`);
    await writeFile(file, program);
    const env = { PATH: process.env.PATH, DAPS_TOKEN: token };
    const outputs = [await run(process.execPath, [file], { env }), await run('sh', ['-c', line], { env })];
    await rm(file);
    for (const { stdout } of outputs) expect(stdout).toContain('openai');
  });

  it('shows where it was used, and rotates it', async () => {
    await page.reload();
    await heading();
    await row('CI robot').getByText('127.0.0.1').waitFor();
    await shown('full');
    await ask('CI robot', t('tokens:row.rotate'));
    await page.getByLabel(t('tokens:rotate.grace')).selectOption('1');
    await shown('rotate', true);
    await press(t('tokens:rotate.submit'));
    const next = await take();
    expect([next !== token, await works(next), await works(token)]).toEqual([true, true, true]);
    await row('CI robot').getByText(t('tokens:state.replaced')).waitFor();
    token = next;
  });

  it('revokes it, and its program is refused', async () => {
    await page.goto(`${server.url}/tokens?sort=-createdAt`);
    await row(token.slice(-4)).waitFor();
    await ask('CI robot', t('tokens:row.revoke'));
    await shown('revoke', true);
    await press(t('tokens:revoke.submit'));
    await page.locator('s').filter({ hasText: 'CI robot' }).waitFor();
    expect(await works(token)).toBe(false);
    await shown('revoked');
  });

  it('shows a normal admin their own, and no owners', async () => {
    const other = await visit(browser, { language, scheme, width: 390, height: 844 });
    await enter(other.page, server.url, normal, '/tokens?new=1');
    await other.page.getByRole('heading', { name: t('tokens:form.title') }).waitFor();
    await settled(other.page);
    await picture(other.page, `tokens.form.${language}.${scheme}.390`);
    await other.page.goto(`${server.url}/tokens`);
    await other.page.getByText(t('tokens:empty.title')).waitFor();
    await picture(other.page, `tokens.empty.${language}.${scheme}.390`);
    expect(await other.page.getByLabel(t('tokens:column.owner')).count()).toBe(0);
    expect(other.answers.join('\n')).not.toContain('CI robot');
    await other.close();
  });

  it('left no complaint, and no token but in the answer that made it', () => {
    expect(visitor.complaints.filter((entry) => !entry.includes('status of 401'))).toEqual([]);
    expect(visitor.answers.filter((answer) => answer.includes(token))).toHaveLength(1);
  });
});
