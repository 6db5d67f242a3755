import { describe, expect, it, vi } from 'vitest';
import { buttonNamed, click, render } from '../testing/render.js';
import { BulkBar } from './BulkBar.js';
import type { BulkReport } from './BulkReport.js';
import type { Selection } from './selection.js';

const ignore = () => undefined;
const selection: Selection = {
  size: 70,
  rows: [],
  matching: null,
  has: () => true,
  toggle: ignore,
  setPage: ignore,
  selectMatching: ignore,
  keep: ignore,
  clear: ignore,
};
const bar = { selection, actions: [], total: 120, max: 500 };
const report: BulkReport = { done: 50, failed: [], left: 70 };

describe('BulkBar', () => {
  it('tells how far a long change is, and ends it', async () => {
    const onCancel = vi.fn();
    await render(<BulkBar {...bar} busy progress={{ done: 50, total: 120 }} onCancel={onCancel} />);
    expect(document.querySelector('progress')?.getAttribute('aria-label')).toBe('50 of 120 done');
    await click(buttonNamed('Cancel'));
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('says that it is stopping, and takes no second cancel', async () => {
    await render(<BulkBar {...bar} busy progress={{ done: 50, total: 120 }} onCancel={ignore} isStopping />);
    expect(document.querySelector('[role=status]')?.textContent).toBe('Stopping after this part…');
    expect(buttonNamed('Cancel')).toHaveProperty('disabled', true);
  });

  it('counts what was done and what is left, and goes on with that', async () => {
    const onRetry = vi.fn();
    await render(<BulkBar {...bar} report={report} onRetry={onRetry} />);
    expect(document.querySelector('[role=status]')?.textContent).toContain('50 done, 0 failed, 70 left as they were');
    await click(buttonNamed('Go on with the rest'));
    expect(onRetry).toHaveBeenCalledOnce();
  });

  it('alerts with the reason where a part failed', async () => {
    await render(<BulkBar {...bar} report={{ ...report, reason: 'The server is away.' }} onRetry={ignore} />);
    expect(document.querySelector('[role=alert]')?.textContent).toContain('The server is away.');
  });

  it('offers all that match, up to as many as one change takes', async () => {
    await render(<BulkBar {...bar} total={500} />);
    expect(buttonNamed('Select all 500 that match')).toBeDefined();
  });

  it('says where that ends, and what to do about it', async () => {
    await render(<BulkBar {...bar} total={501} />);
    expect(document.body.textContent).toContain('more than the 500 that can be selected at once. Narrow the filter');
  });
});
