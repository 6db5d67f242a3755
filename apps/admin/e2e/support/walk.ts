import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Goes to a place of the page as whoever has no mouse does. @throws where Tab does not lead there */
export async function tabTo(page: Page, place: Locator): Promise<void> {
  await place.waitFor();
  for (let stop = 0; stop < 200; stop += 1) {
    await page.keyboard.press('Tab');
    if (await place.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not lead to ${place.toString()}`);
}

/** Types into a field of a layer, which takes the focus a moment after it is drawn: earlier keys would go astray. */
export async function typeInto(field: Locator, text: string): Promise<void> {
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
  await field.page().keyboard.type(text);
}

/** Tabs through a page until it starts again. @returns stops that cannot be seen, or that come before the one before */
export async function walk(page: Page): Promise<string[]> {
  const problems: string[] = [];
  for (let stop = 0; stop < 80; stop += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(lookAtStop);
    if (found === 'end') break;
    problems.push(...found);
  }
  return problems;
}

/** In the page: what is wrong with where the focus is, or that it has been there. */
function lookAtStop(): string[] | 'end' {
  const seen = 'data-e2e-seen';
  const last = 'data-e2e-last';
  const element = document.activeElement;
  if (!element || element === document.body || element.hasAttribute(seen)) return 'end';
  const before = document.querySelector(`[${last}]`);
  before?.removeAttribute(last);
  element.setAttribute(seen, '');
  element.setAttribute(last, '');

  const isThick = (part: Element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part);
    const outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    // Of a shadow, the spread alone is a ring; it comes fourth, behind the offsets and the blur.
    const spreads = [...boxShadow.matchAll(/(?:-?[\d.]+px ){3}(-?[\d.]+)px/g)].map(([, spread]) => Number(spread));
    return outlined || spreads.some((spread) => spread >= 2);
  };
  // What is drawn for an input may be a sibling, and the ring may lie around both.
  const shown = [element, element.nextElementSibling, element.parentElement, element.closest('label')];
  // A ring that has begun to grow has no width yet.
  for (const growing of document.getAnimations()) if (growing instanceof CSSTransition) growing.finish();
  const ringed = shown.some((part) => part !== null && isThick(part));
  const label = element.closest('label')?.getBoundingClientRect();
  const own = element.getBoundingClientRect();
  const box = own.width > 2 || !label ? own : label;
  const at = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 10));
  const covered =
    at !== null && !element.contains(at) && !at.contains(element) && at.closest('label') !== element.closest('label');
  const follows = !before || Boolean(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
  const name = `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.slice(0, 30)}`;
  return [
    ringed ? '' : `no ring on ${name}`,
    covered ? `${name} lies under ${at.tagName}.${at.className}` : '',
    follows ? '' : `${name} stands before the stop before it`,
  ].filter(Boolean);
}
