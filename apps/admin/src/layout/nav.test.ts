import { permissions } from '@ai-providers/contracts';
import { describe, expect, it } from 'vitest';
import { pagesFor } from './nav.js';
import { settingsPagesFor } from './settings-pages.js';

describe('the pages of the frame', () => {
  it('offer to add something only where somebody may', () => {
    const adding = (can: typeof permissions | []) => pagesFor(can).flatMap(({ add }) => (add ? [add.to] : []));
    expect(adding([])).toEqual([]);
    expect(adding(permissions)).toContain('/providers/new');
  });
  it('hide what somebody may not read', () => {
    expect(settingsPagesFor([]).map(({ name }) => name)).not.toContain('system');
    expect(settingsPagesFor(permissions).map(({ name }) => name)).toContain('system');
  });
  it.each([[], permissions])('have addresses and letters of their own, with the rights %j', (...can) => {
    const pages = pagesFor(can);
    for (const facts of [pages.map(({ to }) => to), pages.map(({ letter }) => letter)])
      expect(new Set(facts).size).toBe(pages.length);
  });
});
