import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './support/accessibility.js';
import { launch, picture, settled, visit, type Look } from './support/browser.js';
import { enter, root, withRoot } from './support/people.js';
import { startServer, type RunningServer } from './support/server.js';

const looks: Look[] = (['en', 'fa'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((scheme) => [
    { language, scheme, width: 1360, height: 860 },
    { language, scheme, width: 390, height: 844 },
  ]),
);
const views = [
  ['providers', '/providers'],
  ['providers.no-match', '/providers?search=nothing-is-called-so'],
  ['provider', '/providers/anthropic'],
  ['provider.models', '/providers/anthropic?tab=models'],
  ['provider-new', '/providers/new'],
  ['models', '/models'],
  ['models.filtered', '/models?capability=vision&sort=-contextWindow'],
  ['model-new', '/models/new?provider=groq'],
  ['my-keys', '/me/keys'],
  ['settings.profile', '/settings/profile'],
  ['settings.appearance', '/settings/appearance'],
  ['settings.shortcuts', '/settings/shortcuts'],
  ['settings.system', '/settings/system'],
  ['not-found', '/providers/nobody-has-this-slug'],
] as const;

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

describe.each(looks)('in $language, $scheme, $width wide', (look) => {
  it.each(views)('%s is accessible, fits, and mirrors', async (name, path) => {
    const visitor = await visit(browser, look);
    const { page } = visitor;
    await enter(page, server.url, root, path);
    await page.locator('main h1').waitFor();
    await settled(page);
    await picture(page, `views.${name}.${look.language}.${look.scheme}.${look.width}`);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(await page.locator('html').getAttribute('dir')).toBe(look.language === 'fa' ? 'rtl' : 'ltr');
    const faults = visitor.complaints.filter((line) => !/status of 40[14]/.test(line)); // nobody signed in yet; the missing slug
    expect(faults).toEqual([]);
    await visitor.close();
  });
});
