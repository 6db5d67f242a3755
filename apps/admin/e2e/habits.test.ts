import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { panelRoutes } from '../scripts/panel-routes.mjs';
import { launch, picture, settled, visit } from './support/browser.js';
import { ask, call, enter, normal, root, withRoot } from './support/people.js';
import { startServer, type RunningServer } from './support/server.js';
import { words } from './support/strings.js';
import { walk } from './support/walk.js';

const t = words('en');
const canary = 'sk-CANARY-habits-7c41-Xw1A';
const script = '<img src=x onerror=alert(1)>';

/** Those whose table is wider than a phone. */
const lists = ['/models', '/providers', '/admins'];

let browser: Browser;
let server: RunningServer;
/** Every page with a record of its own in the place of a parameter; what only leads elsewhere is left out. */
let addresses: string[];

beforeAll(async () => {
  browser = await launch();
  server = await startServer({ ...withRoot, OPENAI_API_KEY: canary });
  const { page, close } = await visit(browser, { language: 'en', scheme: 'light' });
  await enter(page, server.url, root);
  await call(page, 'admins.create', { ...normal, name: `${script} نیم‌فاصله \u200fRTL` });
  await call(page, 'providers.update', {
    publicId: ((await ask(page, 'providers.get', { slug: 'groq' })) as { publicId: string }).publicId,
    patch: { displayName: 'ن'.repeat(75) + 'n'.repeat(75) },
  });
  await call(page, 'models.create', { provider: 'groq', name: script, modelId: 'odd/1', capabilities: ['chat'] });
  const { items } = (await ask(page, 'admins.list', { search: normal.email })) as {
    items: Array<{ publicId: string }>;
  };
  addresses = panelRoutes()
    .filter(({ module, inFrame }) => inFrame && module !== undefined)
    .map(({ path }) =>
      path.replace('/providers/$slug', '/providers/openai').replace(/\$\w+/, items[0]?.publicId ?? ''),
    );
  await close();
});
afterAll(async () => {
  await server.stop();
  await browser.close();
});

async function open(who: typeof root, look: Parameters<typeof visit>[1] = { language: 'en', scheme: 'light' }) {
  const visitor = await visit(browser, look);
  visitor.page.on('dialog', (dialog) => {
    visitor.complaints.push(`script ran: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await enter(visitor.page, server.url, who, '/settings/shortcuts');
  await visitor.page.locator('main h1').waitFor();
  visitor.complaints.length = 0;
  return visitor;
}

async function go(page: Page, path: string): Promise<void> {
  await page.goto(`${server.url}${path}`);
  await page.locator('main h1').waitFor();
  await settled(page);
}

const heldBy = (page: Page) =>
  page.evaluate(
    () =>
      document.documentElement.outerHTML +
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]) +
      document.cookie +
      location.href,
  );

describe('every page of the router', () => {
  it('is one of a list that is not empty', () => {
    expect(addresses).toContain('/providers/openai');
    expect(addresses.length).toBeGreaterThan(8);
    expect(addresses.filter((path) => path.includes('$'))).toEqual([]);
  });

  it('sends a normal admin nothing that is not theirs to know', async () => {
    const visitor = await open(normal);
    const seen: string[] = [];
    for (const path of [...addresses, '/providers/openai?tab=models', '/providers/openai?tab=connection']) {
      await go(visitor.page, path);
      seen.push(await heldBy(visitor.page));
    }
    expect(visitor.answers.length).toBeGreaterThan(addresses.length);
    const forbidden = [
      '"apiBaseUrl"',
      '"config"',
      'totalRequests',
      canary,
      'Xw1A',
      'gAAAA',
      root.email,
      '"action":"admin.create"',
    ];
    for (const text of [...visitor.answers, ...seen])
      expect(forbidden.filter((word) => text.includes(word))).toEqual([]);
    expect(visitor.complaints.filter((line) => !line.includes('status of 403'))).toEqual([]);
    await visitor.close();
  });

  it('shows a super admin no key, runs no script of a name, and complains of nothing', async () => {
    const visitor = await open(root);
    const lines: string[] = [];
    visitor.page.on('console', (message) => void lines.push(message.text()));
    for (const path of addresses) {
      await go(visitor.page, path);
      for (const text of [await heldBy(visitor.page), ...visitor.answers, ...lines]) expect(text).not.toContain(canary);
    }
    expect(server.output()).not.toContain(canary);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it('fits 320 pixels, and text twice as large, without sideways scroll', async () => {
    const visitor = await open(root, { language: 'fa', scheme: 'light', width: 320, height: 640 });
    const over: string[] = [];
    const measure = async (path: string) => {
      const by = await visitor.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (by > 0) over.push(`${path} by ${by}`);
    };
    for (const path of addresses) {
      await go(visitor.page, path);
      await measure(path);
    }
    await visitor.page.setViewportSize({ width: 1280, height: 800 });
    for (const path of addresses) {
      await go(visitor.page, path);
      await visitor.page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      await measure(`${path} at 200 %`);
    }
    expect(over).toEqual([]);
    await visitor.close();
  });

  it.each([
    { name: 'a super admin everywhere', who: root, language: 'en', paths: () => addresses },
    { name: 'a super admin in Persian', who: root, language: 'fa', paths: () => ['/models'] },
    { name: 'a normal admin in Persian', who: normal, language: 'fa', paths: () => ['/providers'] },
    { name: 'a super admin on a phone', who: root, language: 'en', width: 390, paths: () => lists },
    { name: 'a super admin on a phone in Persian', who: root, language: 'fa', width: 390, paths: () => lists },
  ] as const)('shows $name where the focus is at every stop, under nothing, in order', async (walker) => {
    const { who, language, paths, ...size } = walker;
    const visitor = await open(who, { language, scheme: 'light', ...size });
    const problems: string[] = [];
    for (const path of paths()) {
      await go(visitor.page, path);
      for (const problem of await walk(visitor.page)) problems.push(`${path}: ${problem}`);
    }
    expect(problems).toEqual([]);
    await visitor.close();
  });
});

it.each(['en', 'fa'] as const)('keeps the menu of a row at hand on a phone in %s', async (language) => {
  const visitor = await open(root, { language, scheme: 'dark', width: 390, height: 844 });
  const { page } = visitor;
  for (const path of lists) {
    await go(page, path);
    const menu = page.locator('tbody td button[aria-haspopup="menu"]').first();
    await menu.scrollIntoViewIfNeeded();
    const beyond = await page.locator('[role=region]:has(> table)').evaluate((scroller) => {
      scroller.scrollTo({ left: 0 });
      return scroller.scrollWidth - scroller.clientWidth;
    });
    expect(beyond, `${path} fits, and shows nothing here`).toBeGreaterThan(0);
    const box = await menu.boundingBox();
    // As a finger does: Playwright's own click would bring it into sight first.
    await page.mouse.click((box?.x ?? 0) + 10, (box?.y ?? 0) + 10);
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('Escape');
  }
  await picture(page, `habits.phone.menu.${language}`);
  await visitor.close();
});

describe('whoever needs it', () => {
  it('sees switches, bars and the open tab in forced colours', async () => {
    const visitor = await open(root);
    const { page } = visitor;
    await page.emulateMedia({ forcedColors: 'active' });
    const boxes = async (path: string, ...parts: string[]) => {
      await go(page, path);
      await picture(page, `forced.${path.slice(1).replaceAll(/\W/g, '-')}`);
      for (const part of parts) {
        const box = await page
          .locator(part)
          .first()
          .evaluate((element) => {
            const style = getComputedStyle(element);
            const { width, height } = element.getBoundingClientRect();
            const bordered = ['Top', 'Bottom'].some(
              (side) => parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`)) > 0,
            );
            return { isBig: width * height > 20, drawn: bordered || style.forcedColorAdjust === 'none' };
          });
        expect([part, box]).toEqual([part, { isBig: true, drawn: true }]);
      }
    };
    await boxes('/providers', '.mantine-Switch-track');
    await boxes('/me/keys', '.mantine-Switch-track', '.mantine-Progress-root');
    await boxes('/providers/openai', '.mantine-Tabs-tab[data-active]');
    await visitor.close();
  });

  it('is heard while a part of the frame is still on its way', async () => {
    const visitor = await open(root);
    const { page } = visitor;
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route(/\/assets\/late-/, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(`${server.url}/providers`);
    await page.getByRole('link', { name: 'OpenAI', exact: true }).waitFor();
    await page.keyboard.press('Control+k');
    release();
    await page.getByRole('dialog').waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it('gets no motion where none is wanted, and the focus back after Escape', async () => {
    const visitor = await open(root);
    const { page } = visitor;
    await go(page, '/providers');
    const opener = page.getByRole('button', { name: t('common:account.menu', { name: '' }) });
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    const moving = await page.evaluate(
      () => document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 1).length,
    );
    expect(moving).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await expect.poll(() => opener.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => opener.evaluate((element) => element === document.activeElement)).toBe(true);
    await visitor.close();
  });
});
