import type { Page } from 'playwright-core';

/** What a page in Persian does not mirror, one line each. */
export function unmirrored(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isSeen = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)].filter(isSeen);
    const nameOf = (element: Element) => `${element.tagName} ${element.textContent.trim().slice(0, 40)}`;
    const middleOf = (element: Element) => {
      const { left, width } = element.getBoundingClientRect();
      return left + width / 2;
    };
    const isMirrored = (element: Element) => {
      const { scale, transform } = getComputedStyle(element);
      return scale.startsWith('-1') || transform.startsWith('matrix(-1');
    };
    const navigations = all('nav:not(main nav, [role=dialog] nav)').filter((nav) => middleOf(nav) < innerWidth / 2);
    const arrows = all(
      'svg[class*="-icon-arrow-left"], svg[class*="-icon-arrow-right"], svg[class*="chevron-left"], svg[class*="chevron-right"], svg.flip, .mantine-Pagination-control svg',
    );
    const columns = all('main table').filter((table) => {
      const first = table.querySelector('tr > *');
      return first && Math.abs(first.getBoundingClientRect().right - table.getBoundingClientRect().right) > 2;
    });
    return [
      ...navigations.map((nav) => `a navigation on the left: ${nameOf(nav)}`),
      ...columns.map((table) => `a first column that is not on the right: ${nameOf(table)}`),
      ...arrows
        .filter((arrow) => !isMirrored(arrow))
        .map(
          (arrow) =>
            `an arrow that points as in English: ${arrow.getAttribute('class')} of ${nameOf(arrow.parentElement ?? arrow)}`,
        ),
      ...all('[data-ltr]')
        .filter((element) => getComputedStyle(element).direction !== 'ltr')
        .map((element) => `not left to right: ${nameOf(element)}`),
      ...all('time')
        .filter((time) => /[0-9]/.test(time.textContent))
        .map((time) => `Latin digits in a date: ${nameOf(time)}`),
    ];
  });
}
