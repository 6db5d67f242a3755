import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './support/accessibility.js';
import { launch, picture, settled, visit } from './support/browser.js';
import { enter, root, withRoot } from './support/people.js';
import { startServer, type RunningServer } from './support/server.js';
import { words } from './support/strings.js';

const t = words('en');
const look = { language: 'en', scheme: 'light' } as const;

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

describe('a part that cannot be fetched', () => {
  it('leaves the page as it is, and comes by itself when it can be', async () => {
    const { page, close } = await visit(browser, look);
    await enter(page, server.url, root);
    let isCut = true;
    const cut: string[] = [];
    await page.route(/assets\/(late|InviteDialog)-/, async (route) => {
      if (!isCut) return route.continue();
      cut.push(new URL(route.request().url()).pathname.replace(/-.*/, ''));
      return route.abort('connectionrefused');
    });
    await page.goto(`${server.url}/admins`);
    await page.getByRole('table').getByText(root.email).waitFor();
    await page
      .getByRole('button', { name: t('admins:invite.open') })
      .first()
      .click();
    for (const part of ['/assets/late', '/assets/InviteDialog']) await expect.poll(() => cut).toContain(part);
    await settled(page);
    expect(await page.getByRole('heading', { level: 1, name: t('admins:title') }).count()).toBe(1);
    expect(await page.getByRole('table').getByText(root.email).count()).toBe(1);
    await picture(page, 'missing-part');
    expect(await violations(page)).toEqual([]);
    isCut = false;
    await page.getByRole('dialog', { name: t('admins:invite.title') }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('?'); // the sheet comes with the frame's later part
    await page.getByRole('dialog').waitFor();
    await close();
  });

  it('takes nothing from the login, whose server then says why it cannot sign in', async () => {
    const { page, close } = await visit(browser, look);
    await page.route(/assets\/late-/, (route) => route.abort('connectionrefused'));
    const lost = page.waitForEvent('requestfailed', (request) => request.url().includes('/assets/late-'));
    await page.goto(`${server.url}/login`);
    await lost;
    await page.getByLabel(t('auth:login.email'), { exact: true }).fill(root.email);
    await page.getByLabel(t('auth:login.password'), { exact: true }).fill('a guess');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await close();
  });
});

describe('a page that cannot be fetched', () => {
  it('is waited for while the server is away, inside the frame, and comes by itself', async () => {
    const { page, close } = await visit(browser, look);
    await enter(page, server.url, root, '/admins');
    await page.getByRole('table').getByText(root.email).waitFor();
    await page.waitForLoadState('networkidle'); // the files of the frame are there
    let isCut = true;
    await page.route('**', (route) => (isCut ? route.abort('connectionrefused') : route.continue()));
    const lost = page.waitForEvent('requestfailed', (request) => request.url().includes('/assets/AuditPage-'));
    await page.getByRole('link', { name: t('common:nav.audit'), exact: true }).click();
    await lost;
    await page.getByText('The server does not answer. What you see is from').waitFor();
    await page.waitForURL('**/audit');
    await settled(page);
    await picture(page, 'missing-page');
    expect(await violations(page)).toEqual([]);
    isCut = false;
    await page.getByRole('heading', { level: 1, name: t('audit:title') }).waitFor();
    await page.getByRole('table').waitFor();
    await close();
  });

  it('has the document loaded anew where the server has another build', async () => {
    const { page, close } = await visit(browser, look);
    await enter(page, server.url, root, '/admins');
    await page.getByRole('table').getByText(root.email).waitFor();
    let isOther = true;
    await page.route(/assets\/AuditPage-/, (route) => (isOther ? route.fulfill({ status: 404 }) : route.continue()));
    const loaded = page.waitForEvent('domcontentloaded');
    await page.getByRole('link', { name: t('common:nav.audit'), exact: true }).click();
    await loaded;
    expect(new URL(page.url()).pathname).toBe('/audit');
    // The build that came has no such file either: the page says so, once, instead of loading for ever.
    await page.getByRole('heading', { level: 1, name: t('common:error.crashTitle') }).waitFor();
    await settled(page);
    await picture(page, 'lost-page');
    expect(await violations(page)).toEqual([]);
    isOther = false;
    await page.getByRole('button', { name: t('common:action.retry') }).click();
    await page.getByRole('heading', { level: 1, name: t('audit:title') }).waitFor();
    await close();
  });
});
