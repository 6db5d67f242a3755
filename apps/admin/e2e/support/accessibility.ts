import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// An open layer lies outside the page's landmarks by design.
const layerRules = ['region', 'landmark-no-duplicate-banner', 'landmark-unique'];

/** What axe-core finds wrong with a page, one line each. */
export async function violations(page: Page, { layerOpen = false } = {}): Promise<string[]> {
  // What the header half covers is too small a target there, and can be scrolled.
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
  await page.evaluate(finishAnimations);
  await page.evaluate(source);
  const options = {
    runOnly: { type: 'tag', values: tags },
    resultTypes: ['violations'],
    rules: Object.fromEntries(layerOpen ? layerRules.map((id) => [id, { enabled: false }]) : []),
  };
  // Text, and no function: `axe` is there by the script above, and unknown to the page's types.
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return results.violations.map(({ id, nodes }) => `${id} ×${nodes.length} ${String(nodes[0]?.target)}`);
}

/** What is still fading in has another contrast. Those that go on for ever, such as a skeleton's, are left alone. */
async function finishAnimations(): Promise<void> {
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
  await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)));
}
