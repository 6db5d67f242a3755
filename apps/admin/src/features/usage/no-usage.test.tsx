import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loadStrings, startI18n } from '../../i18n/index.js';
import { fakeApi } from '../../testing/api.js';
import { click, render } from '../../testing/render.js';
import { NoUsage } from './NoUsage.js';
import type { Report } from './usage-context.js';

beforeEach(async () => {
  await startI18n('en');
  await loadStrings('usage');
});

const onSearch = vi.fn();
const report = (search: Report['search']): Report => ({
  search,
  onSearch,
  filters: { from: '2026-02-01T00:00:00.000Z', to: '2026-02-03T00:00:00.000Z' },
  isOfProvider: false,
  seesOthers: true,
  by: 'provider',
  bys: ['provider'],
});

async function shown(nearest: string | null, { search = {}, requests = '0' }: { search?: object; requests?: string }) {
  const { Api } = fakeApi({ 'usage.summary': { nearest, total: { requests } } });
  return render(
    <Api>
      <NoUsage report={report(search)} />
    </Api>,
  );
}
const says = (container: HTMLElement, words: string) =>
  act(async () => vi.waitFor(() => expect(container.textContent).toContain(words)));

describe('NoUsage', () => {
  it('moves the range to the nearest day with requests', async () => {
    const container = await shown('2026-03-05T00:00:00.000Z', {});
    await says(container, 'The nearest day with calls is');
    const button = container.querySelector('button');
    expect(button?.textContent).toMatch(/^Go to .*Mar.*2026$/);
    await click(button);
    expect(onSearch).toHaveBeenLastCalledWith({ range: 'custom', from: '2026-03-05', to: '2026-03-05' });
  });

  it('says how requests come to be counted only where none has been', async () => {
    await says(await shown(null, {}), 'as soon as a program reports them');
  });

  it('says so of no filter that lets nothing through', async () => {
    await says(await shown(null, { search: { outcome: 'error' } }), 'Nothing that the filters let through.');
  });

  it('knows single requests that were pruned from none at all', async () => {
    await says(await shown(null, { requests: '12' }), 'No single requests kept between');
  });
});
