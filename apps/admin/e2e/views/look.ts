import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/accessibility.js';
import { launch, picture, settled, skeletons, type Look, type Visitor } from '../support/browser.js';
import { unmirrored } from '../support/mirror.js';
import { words } from '../support/strings.js';
import { layers } from './layers.js';
import { pages, type View } from './pages.js';
import { openWorld, type World } from './world.js';

const desk = { width: 1360, height: 860 };
const phone = { width: 390, height: 844 };
/** From here on a table fits its room; on what is narrower it may be scrolled sideways. */
const narrowDesk = { width: 900, height: 860 };
const sizes = [desk, { width: 1280, height: 860 }, narrowDesk, phone];
const table = Object.entries({ ...pages, layer: layers });

/** Each language in a file of its own, so that two run at once. Both schemes with E2E_ALL=1, otherwise one a language. */
export function describeViews(language: Look['language']): void {
  const schemes = { en: 'light', fa: 'dark' } as const;
  const shown = process.env.E2E_ALL === '1' ? (['light', 'dark'] as const) : [schemes[language]];
  let browser: Browser;
  let world: World;
  beforeAll(async () => {
    browser = await launch();
    world = await openWorld(browser);
  }, 300_000); // four servers start, and one has a past to sum
  afterAll(async () => {
    await world.close();
    await browser.close();
  });

  describe.each(shown)(`in ${language}, %s`, (scheme) => {
    const look: Look = { language, scheme };
    if (language === 'fa') it('writes and takes Persian digits', () => expectPersianDigits(world, look));
    describe.each(table)('%s', (page, states) => {
      it.each(cellsOf(states))('$state, $size.width wide, is accessible, fits and mirrors', async (cell) => {
        const { state, view, size } = cell;
        const visitor = await show(world, { ...look, ...size }, view);
        await picture(visitor.page, `views/${page}.${state}.${language}.${scheme}.${size.width}`);
        await expectSound(visitor, look, view, view.isLayer ?? page === 'layer');
        if (view.holds) await expectArrival(world, visitor.page);
      });
    });
  });
}

function cellsOf(states: Record<string, View>) {
  return Object.entries(states).flatMap(([state, view]) => {
    const { widths = [desk.width, phone.width] } = view;
    return sizes.filter(({ width }) => widths.includes(width)).map((size) => ({ state, view, size }));
  });
}

async function show(world: World, look: Look & (typeof sizes)[number], view: View): Promise<Visitor> {
  const t = words(look.language);
  const visitor = await world.visitor(look, view);
  const { page } = visitor;
  world.faults.heal();
  if (view.fails) world.faults.fail(view.fails, { status: 500 });
  if (view.holds) world.faults.hold(view.holds);
  visitor.complaints.length = 0;
  await page.setViewportSize(look);
  await page.goto(world.addressOf(view));
  await page.locator('main h1').waitFor();
  if (view.holds) {
    await page.locator('main').locator(skeletons).filter({ visible: true }).first().waitFor(); // some have no width
    return visitor;
  }
  await settled(page);
  if (view.reach) {
    await page.waitForLoadState('networkidle'); // the keys come after the page
    await view.reach(page, t);
  }
  await view.shows?.(page, t).waitFor();
  await settled(page);
  return visitor;
}

/** Once the answers are there, so is the page. */
async function expectArrival(world: World, page: Page): Promise<void> {
  world.faults.heal();
  await settled(page);
  expect(await page.getByRole('main').getByRole('alert').count()).toBe(0);
}

async function expectSound(visitor: Visitor, look: Look, view: View, layerOpen: boolean): Promise<void> {
  const { page } = visitor;
  expect(await violations(page, { layerOpen })).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  expect(await tablesBeyondTheirRoom(page)).toEqual([]);
  expect(await page.locator('html').getAttribute('dir')).toBe(look.language === 'fa' ? 'rtl' : 'ltr');
  if (look.language === 'fa') expect(await unmirrored(page)).toEqual([]);
  expect(visitor.complaints.filter((line) => !view.complains?.test(line))).toEqual([]);
}

/** The tables that scroll sideways although the window is wide enough. */
async function tablesBeyondTheirRoom(page: Page): Promise<(string | null)[]> {
  if ((page.viewportSize()?.width ?? 0) < narrowDesk.width) return [];
  return page.evaluate(() =>
    [...document.querySelectorAll('main [role="region"]:has(table)')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map((region) => region.getAttribute('aria-label')),
  );
}

async function expectPersianDigits(world: World, look: Look): Promise<void> {
  const { page } = await show(world, { ...look, ...desk }, { path: '/usage' });
  await page
    .getByRole('main')
    .getByText(/۱۴[۰-۹]{2}/) // the year
    .first()
    .waitFor();
  await show(world, { ...look, ...desk }, { path: '/models/new?provider=groq' });
  const numbers = page.getByRole('main').locator('input[inputmode]:visible');
  expect(await numbers.count()).toBeGreaterThan(2);
  for (const field of await numbers.all()) {
    await field.fill('۱۲۳');
    expect(await field.inputValue()).toBe('123'); // as it is sent
  }
}
