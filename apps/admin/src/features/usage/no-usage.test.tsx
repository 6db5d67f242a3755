import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loadStrings, startI18n } from '../../i18n/index.js';
import { buttonNamed, click, render } from '../../testing/render.js';
import { NoUsage } from './NoUsage.js';
import type { Report } from './usage-context.js';

beforeEach(async () => {
  await startI18n('en');
  await loadStrings('usage');
});

const onSearch = vi.fn();
const report = (search: Report['search'] = {}): Report => ({
  search,
  onSearch,
  filters: { from: '2026-02-01T00:00:00.000Z', to: '2026-02-03T00:00:00.000Z' },
  isOfProvider: false,
  seesOthers: true,
  by: 'provider',
  bys: ['provider'],
});
const programs = 'as soon as a program reports them';

describe('NoUsage', () => {
  it('moves the range to the nearest day with requests', async () => {
    const container = await render(<NoUsage report={report()} nearest="2026-03-05T00:00:00.000Z" />);
    expect(container.textContent).not.toContain(programs);
    expect(container.querySelector('button')?.textContent).toMatch(/^Go to .*Mar.*2026$/);
    await click(container.querySelector('button'));
    expect(onSearch).toHaveBeenLastCalledWith({ range: 'custom', from: '2026-03-05', to: '2026-03-05' });
  });

  it('says how requests come to be counted only where none has been', async () => {
    expect((await render(<NoUsage report={report()} nearest={null} />)).textContent).toContain(programs);
  });

  it('does not say so where filters let nothing through', async () => {
    const container = await render(<NoUsage report={report({ outcome: 'error' })} nearest={null} />);
    expect(container.textContent).not.toContain(programs);
  });
});
