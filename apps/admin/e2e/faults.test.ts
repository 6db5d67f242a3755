import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { violations } from './support/accessibility.js';
import { launch, picture, settled, visit, type Visitor } from './support/browser.js';
import { startFaultyProxy, type FaultyProxy } from './support/faulty-proxy.js';
import { ask, call, enter, root, withRoot } from './support/people.js';
import { startServer, type RunningServer } from './support/server.js';
import { words } from './support/strings.js';

const t = words('en');
const built = join(import.meta.dirname, '../dist');

let browser: Browser;
let server: RunningServer;
let proxy: FaultyProxy;
let panel: string;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await launch();
  panel = await mkdtemp(join(tmpdir(), 'ai-providers-panel-'));
  await cp(built, panel, { recursive: true });
  server = await startServer({ ...withRoot, PANEL_DIR: panel });
  proxy = await startFaultyProxy(server.url);
});
afterAll(async () => {
  await proxy.close();
  await server.stop();
  await rm(panel, { recursive: true });
  await browser.close();
});
beforeEach(async () => {
  visitor = await visit(browser, { language: 'en', scheme: 'light' });
  ({ page } = visitor);
});
afterEach(async () => {
  proxy.heal();
  await visitor.close();
});

const website = () => page.getByLabel(t('providers:form.website'));
const save = () => page.getByRole('button', { name: t('common:action.save') });
const sound = async (name: string, options = {}) => {
  await picture(page, `faults.${name}`);
  expect(await violations(page, options)).toEqual([]);
};

/** Signs in and waits until the page is whole. */
async function arrive(path: string): Promise<void> {
  const last = page.waitForResponse(/auth\.preferences/); // the frame asks for it when the page stands
  await enter(page, proxy.url, root, path);
  await page.locator('main h1').waitFor();
  await (await last).finished();
  await settled(page);
}

/** Opens a provider's form and types something that is not saved. */
async function dirtyForm(slug: string): Promise<string> {
  await arrive(`/providers/${slug}?tab=connection`);
  const typed = `https://${slug}.example.com/typed-${Math.random()}`;
  await website().fill(typed);
  await page.getByText(t('common:unsaved.changes')).waitFor();
  return typed;
}

async function as(who: typeof root, work: (page: Page) => Promise<void>): Promise<void> {
  const other = await visit(browser, { language: 'en', scheme: 'light' });
  await enter(other.page, server.url, who, '/settings/shortcuts');
  await work(other.page);
  await other.close();
}

const storedWebsite = async (slug: string) =>
  ((await ask(page, 'providers.get', { slug })) as { website: string }).website;

describe('a form with unsaved words', () => {
  it('outlives its session: somebody signs in over the page, and saves', async () => {
    const typed = await dirtyForm('openai');
    await as(root, async (other) => void (await call(other, 'auth.revokeOtherSessions', undefined)));
    await save().click();
    const dialog = page.getByRole('dialog', { name: t('auth:expired.title') });
    await dialog.waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('password');
    await sound('session-ended', { layerOpen: true });
    await dialog.getByLabel(t('auth:login.password'), { exact: true }).fill(root.password);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await website().inputValue()).toBe(typed);
    await save().click();
    await expect.poll(() => storedWebsite('openai')).toBe(typed);
  });

  it('meets what another admin saved meanwhile, and is not lost', async () => {
    const typed = await dirtyForm('anthropic');
    await as(root, async (other) => {
      const { publicId } = (await ask(other, 'providers.get', { slug: 'anthropic' })) as { publicId: string };
      await call(other, 'providers.update', { publicId, patch: { website: 'https://theirs.example.com' } });
    });
    await save().click();
    const dialog = page.getByRole('dialog', { name: t('providers:conflict.title') });
    await dialog.waitFor();
    await sound('conflict', { layerOpen: true });
    await dialog.getByRole('button', { name: t('common:merge.stay') }).click();
    expect(await website().inputValue()).toBe(typed);
    expect(await storedWebsite('anthropic')).toBe('https://theirs.example.com');
  });

  it('waits out a server that stands still', async () => {
    const typed = await dirtyForm('groq');
    process.kill(server.pid, 'SIGSTOP');
    try {
      await save().click();
      await expect.poll(() => save().getAttribute('data-loading')).toBe('true');
    } finally {
      process.kill(server.pid, 'SIGCONT');
    }
    await page.getByText(t('common:form.saved')).waitFor();
    expect(await website().inputValue()).toBe(typed);
  });

  it('outlives a server that goes away: an inline error, a banner, and a save once it is back', async () => {
    const typed = await dirtyForm('google');
    proxy.cut();
    await save().click();
    await page.getByRole('alert').getByText(t('errors:unreachable')).waitFor();
    await page.getByText(/The server does not answer\. What you see is from/).waitFor();
    expect(await website().inputValue()).toBe(typed);
    expect(await save().isDisabled()).toBe(true);
    await page.getByText(t('common:error.awayAction')).waitFor();
    await sound('server-away');
    proxy.heal();
    await page.getByText(/The server does not answer\. What/).waitFor({ state: 'detached' });
    await save().click();
    await expect.poll(() => storedWebsite('google')).toBe(typed);
  });

  it('is told how long to wait', async () => {
    const typed = await dirtyForm('deepseek');
    proxy.fail(['providers.update'], { status: 429, retryAfter: 40 });
    await save().click();
    await page.getByText(/You can try again in (40|3\d) seconds/).waitFor();
    expect(await website().inputValue()).toBe(typed);
    await sound('too-many');
  });

  it('shows the request id of a fault, to be copied', async () => {
    const typed = await dirtyForm('openrouter');
    proxy.fail(['providers.update'], { status: 500 });
    await save().click();
    await page.getByRole('button', { name: t('common:error.copyRequestId') }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('e2e-fault');
    expect(await website().inputValue()).toBe(typed);
    await sound('fault');
  });
});

describe('without a network', () => {
  it('the page says so, nothing can be changed, and it goes on by itself', async () => {
    const typed = await dirtyForm('huggingface');
    await visitor.context.setOffline(true);
    await page.getByText(/You are offline\. What you see is from/).waitFor();
    expect(await save().isDisabled()).toBe(true);
    await page.getByText(t('common:error.offlineAction')).waitFor();
    await sound('offline');
    await visitor.context.setOffline(false);
    await page
      .getByText(/You are offline/)
      .first()
      .waitFor({ state: 'detached' });
    expect(await website().inputValue()).toBe(typed);
    await save().click();
    await expect.poll(() => storedWebsite('huggingface')).toBe(typed);
  });

  it('a switch is refused with the reason, and stays as it was', async () => {
    await arrive('/providers');
    const toggle = page.getByRole('switch', { name: t('providers:list.activeSwitch', { name: 'OpenAI' }) });
    await page.locator('label', { has: toggle }).click();
    await page.getByRole('dialog').waitFor();
    await visitor.context.setOffline(true);
    await page.getByRole('dialog').getByText(t('common:error.offlineAction')).waitFor();
    expect(await page.getByRole('button', { name: t('providers:disable.confirm') }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await toggle.isChecked()).toBe(true);
    await visitor.context.setOffline(false);
  });
});

describe('a switch that acts at once, without a network', () => {
  it('does not move, and says why in its row until the next try', async () => {
    await arrive('/models');
    const row = page.locator('tbody tr').first();
    const toggle = row.getByRole('switch');
    const before = await toggle.isChecked();
    const turn = () => row.locator('label', { has: page.getByRole('switch') }).click();
    await visitor.context.setOffline(true);
    await page.getByText(/You are offline\. What you see is from/).waitFor();
    await turn();
    const reason = page.getByRole('table').getByText(t('errors:offline'));
    await reason.waitFor();
    expect(await toggle.isChecked()).toBe(before);
    await sound('offline-row');
    await visitor.context.setOffline(false);
    await turn();
    await expect.poll(() => toggle.isChecked()).toBe(!before);
    expect(await reason.count()).toBe(0);
    await page.getByRole('button', { name: t('common:action.undo') }).waitFor();
    await page.keyboard.press('F6');
    await page.keyboard.press('Enter');
    await expect.poll(() => toggle.isChecked()).toBe(before);
  });
});

describe('a tab that stays open', () => {
  it('warns before its session ends, reads anew, and tells of a newer build', async () => {
    await page.clock.install();
    await arrive('/providers');
    await page.waitForLoadState('networkidle'); // any answer puts the end off
    await page.clock.fastForward('07:58:30');
    await page.getByRole('dialog', { name: t('frame:ending.title') }).waitFor();
    await sound('session-ending', { layerOpen: true });
    await page.getByRole('button', { name: t('frame:ending.stay') }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    const index = await readFile(join(panel, 'index.html'), 'utf8');
    const entry = /\/assets\/[^"]+\.js/.exec(index)?.[0] ?? '';
    await cp(join(panel, entry), join(panel, '/assets/index-newer.js'));
    await writeFile(join(panel, 'index.html'), index.replace(entry, '/assets/index-newer.js'));
    const reread = page.waitForResponse(/providers\.list/);
    await page.clock.fastForward('00:06:00');
    await page.evaluate(() => {
      document.dispatchEvent(new Event('visibilitychange'));
      window.dispatchEvent(new Event('visibilitychange'));
    });
    await reread;
    await page.getByText(t('common:version.text')).waitFor();
    await sound('newer-build');
    await page.getByRole('button', { name: t('common:version.reload') }).click();
    await page.getByText(t('common:version.text')).waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1, name: t('providers:title') }).waitFor();
    await writeFile(join(panel, 'index.html'), index);
  });

  it.each([-3_600_000, 3_600_000])('tells what is new as new on a clock that is %i ms off', async (off) => {
    await page.clock.install({ time: Date.now() + off });
    await arrive('/settings/profile');
    await page.getByRole('main').locator('time').first().waitFor();
    const times = await page.getByRole('main').locator('time').allTextContents();
    expect(times.length).toBeGreaterThan(0);
    expect(times.filter((text) => text.includes('hour'))).toEqual([]);
    expect(await page.getByRole('dialog').count()).toBe(0); // its session does not end yet
  });
});

describe('the way back', () => {
  it('restores filters, scroll and the open panel, as a reload does', async () => {
    await arrive('/models?capability=chat');
    await page.evaluate(() => window.scrollTo(0, 400));
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(400);
    await page
      .getByRole('navigation')
      .getByRole('link', { name: t('common:nav.providers'), exact: true })
      .click();
    await page.waitForURL(/\/providers$/);
    await settled(page);
    await page.goBack();
    await settled(page);
    expect(new URL(page.url()).search).toBe('?capability=chat');
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(300);
    const pane = page.getByRole('complementary').filter({ has: page.getByRole('heading') });
    await page.locator('tbody th button').first().click();
    await pane.waitFor();
    const open = page.url();
    expect(open).toContain('model=');
    await page.goBack();
    await pane.waitFor({ state: 'detached' });
    await page.goForward();
    await pane.waitFor();
    await page.reload();
    await pane.waitFor();
    expect(page.url()).toBe(open);
  });
});
