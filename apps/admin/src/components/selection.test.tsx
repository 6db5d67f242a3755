import { act, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { buttonNamed, click, render } from '../testing/render.js';
import { BulkBar } from './BulkBar.js';
import type { BulkReport } from './BulkReport.js';
import { DataTable } from './DataTable.js';
import { useSelection } from './selection.js';

const pages = [
  ['Alpha', 'Beta', 'Gamma'],
  ['Delta', 'Epsilon'],
];
const onRun = vi.fn();

interface Props {
  page?: number;
  scope?: string;
  total?: number;
  report?: BulkReport;
  busy?: boolean;
}

function List({ page = 0, scope = '{}', total = 5, report, busy }: Props) {
  const selection = useSelection(scope);
  return (
    <>
      <DataTable
        caption="Letters"
        columns={[{ id: 'name', header: 'Name', isRowHeader: true, render: (row: string) => row }]}
        rows={pages[page]}
        rowId={(row) => row}
        rowName={(row) => row}
        empty={null}
        selection={selection}
      />
      <output>{selection.rows.map(({ id }) => id).join()}</output>
      {selection.size > 0 && (
        <BulkBar
          selection={selection}
          total={total}
          max={500}
          report={report}
          busy={busy}
          actions={[{ id: 'a', label: 'Switch on', onRun: () => onRun(selection.matching) }]}
        />
      )}
    </>
  );
}

const box = (name: string) => document.querySelector<HTMLInputElement>(`input[aria-label="Select ${name}"]`);
const head = () => document.querySelector<HTMLInputElement>('thead input');
const picked = () => document.querySelector('output')?.textContent;
const words = () => document.querySelector('section')?.textContent ?? '';
const press = (key: string, target: EventTarget = document.body) =>
  act(async () => target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
const clickWithShift = (element: Element | null) =>
  act(async () => element?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true })));

describe('a selection', () => {
  it('ticks a row, says so, and takes the rows between with Shift', async () => {
    await render(<List />);
    await click(box('Alpha'));
    expect([picked(), box('Alpha')?.checked, head()?.indeterminate]).toEqual(['Alpha', true, true]);
    await clickWithShift(box('Gamma'));
    expect([picked(), head()?.checked, words()]).toEqual([
      'Alpha,Beta,Gamma',
      true,
      expect.stringContaining('3 selected'),
    ]);
    await click(head());
    expect(picked()).toBe('');
  });

  it('lets go at Escape, but not while a layer or a field has it', async () => {
    await render(<List />);
    await click(box('Beta'));
    const layer = document.body.appendChild(document.createElement('div'));
    layer.setAttribute('role', 'dialog');
    await press('Escape');
    expect(picked()).toBe('Beta');
    layer.remove();
    const field = document.body.appendChild(document.createElement('input'));
    field.type = 'search';
    await press('Escape', field);
    expect(picked()).toBe('Beta');
    await press('Escape');
    expect(picked()).toBe('');
  });

  it('takes all that match with the count that is shown, until a row is let go', async () => {
    await render(<List total={37} />);
    await click(box('Alpha'));
    await click(buttonNamed('Select all 37 that match'));
    expect([words().includes('37 selected'), box('Gamma')?.checked]).toEqual([true, true]);
    await click(buttonNamed('Switch on'));
    expect(onRun).toHaveBeenLastCalledWith(37);
    await click(box('Gamma'));
    expect([picked(), words().includes('1 selected')]).toEqual(['Alpha', true]);
  });

  it('does not offer more than may be changed at once', async () => {
    await render(<List total={501} />);
    await click(box('Alpha'));
    expect(words()).not.toContain('that match');
  });

  it('tells what failed and why', async () => {
    const failed = [{ id: 'Beta', name: 'Beta', message: 'This no longer exists.' }];
    await render(<List report={{ done: 11, failed, left: 0 }} />);
    await click(box('Beta'));
    expect(document.querySelector('[role=alert]')?.textContent).toContain('11 done, 1 failed');
    expect(words()).toContain('Beta: This no longer exists.');
  });

  it('can do nothing else while it is at work', async () => {
    await render(<List busy />);
    await click(box('Beta'));
    expect(buttonNamed('Switch on').hasAttribute('disabled')).toBe(true);
    await press('Escape');
    expect(picked()).toBe('Beta');
  });
});

describe('a selection over time', () => {
  it.each([
    ['survives another page', { page: 1 }, 'Alpha,Beta'],
    ['ends with another filter', { scope: '{"search":"x"}' }, ''],
  ])('%s', async (_claim, next, expected) => {
    await render(<Changing next={next} />);
    await click(box('Alpha'));
    await click(box('Beta'));
    await click(buttonNamed('Next'));
    expect(picked()).toBe(expected);
  });
});

function Changing({ next }: { next: Props }) {
  const [props, setProps] = useState<Props>({});
  return (
    <>
      <button onClick={() => setProps(next)}>Next</button>
      <List {...props} />
    </>
  );
}
