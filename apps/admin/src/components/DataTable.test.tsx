import { describe, expect, it, vi } from 'vitest';
import { buttonNamed, click, render } from '../testing/render.js';
import type { DataTableProps } from './data-table.js';
import { DataTable } from './DataTable.js';
import { Pager } from './Pager.js';

interface Row {
  id: string;
  name: string;
}
const rows = [
  { id: 'a', name: 'Alpha' },
  { id: 'b', name: 'Beta' },
];
const table = (props: Partial<DataTableProps<Row>> = {}) => (
  <DataTable<Row>
    caption="Letters"
    columns={[
      { id: 'name', header: 'Name', sortKey: 'name', isRowHeader: true, render: (row) => row.name },
      { id: 'id', header: 'Id', render: (row) => row.id },
    ]}
    rows={rows}
    rowId={(row) => row.id}
    rowName={(row) => row.name}
    empty={<p>Nothing yet</p>}
    {...props}
  />
);

const withRoom = [
  { id: 'name', header: 'Name', isRowHeader: true, render: (row: Row) => row.name },
  { id: 'id', header: 'Id', minRoom: 500, render: (row: Row) => row.id },
];
const rowActions = () => [{ id: 'x', label: 'Delete', onClick: vi.fn() }];
const heads = () => [...document.querySelectorAll('thead th:not(:last-child)')].map(({ textContent }) => textContent);
const items = () => [...document.querySelectorAll<HTMLElement>('[role="menuitemcheckbox"]')];

describe('DataTable', () => {
  it('tells the sorted column and its direction', async () => {
    await render(table({ sort: '-name', onSort: vi.fn() }));
    const [name, id] = document.querySelectorAll('thead th');
    expect([name?.getAttribute('aria-sort'), id?.hasAttribute('aria-sort')]).toEqual(['descending', false]);
  });
  it('sorts upwards first and then the other way round', async () => {
    const onSort = vi.fn();
    await render(table({ sort: 'name', onSort }));
    await click(buttonNamed('Name'));
    expect(onSort).toHaveBeenCalledWith('-name');
  });
  it('opens a row by its cells, not by a part that does something of its own', async () => {
    const onRowOpen = vi.fn();
    await render(table({ onRowOpen, rowActions }));
    await click(buttonNamed('Actions for Beta'));
    expect(onRowOpen).not.toHaveBeenCalled();
    await click(document.querySelectorAll('tbody td')[0]);
    expect(onRowOpen).toHaveBeenCalledExactlyOnceWith(rows[0]);
  });
  it('leaves out a column that somebody chose to, and remembers it', async () => {
    await render(table({ list: 'letters', rowActions }));
    expect(heads()).toEqual(['Name', 'Id']);
    await click(buttonNamed('Columns'));
    expect(items().map((item) => [item.textContent, item.getAttribute('aria-checked')])).toEqual([['Id', 'true']]);
    await click(items()[0]);
    expect([heads(), items()[0]?.getAttribute('aria-checked')]).toEqual([['Name'], 'false']);
    expect(localStorage.getItem('panel-columns-letters')).toBe('id');
  });
  it('shows again a column that was left out in an earlier visit, and never goes without the name', async () => {
    localStorage.setItem('panel-columns-letters', 'id,name,gone');
    await render(table({ list: 'letters', rowActions }));
    expect([heads(), document.querySelectorAll('tbody tr:first-child > *').length]).toEqual([['Name'], 2]);
    await click(buttonNamed('Columns'));
    await click(items()[0]);
    expect(heads()).toEqual(['Name', 'Id']);
  });
  it.each([
    [499, ['Name']],
    [500, ['Name', 'Id']],
    [0, ['Name', 'Id']], // nothing is laid out
  ])('has the columns that %s px have room for, and no others to choose from', async (px, shown) => {
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(px);
    await render(table({ columns: withRoom, list: 'letters', rowActions }));
    expect(heads()).toEqual(shown);
    await click(buttonNamed('Columns'));
    expect(items().map(({ textContent }) => textContent)).toEqual(shown.slice(1));
  });
  it('does what stands below a name without opening the row', async () => {
    const [onRowOpen, onCopy] = [vi.fn(), vi.fn()];
    const below = ({ name }: Row) => <button onClick={onCopy}>{`Copy ${name}`}</button>;
    const columns = [{ id: 'name', header: 'Name', isRowHeader: true, below, render: ({ name }: Row) => name }];
    await render(table({ columns, onRowOpen }));
    await click(buttonNamed('Copy Beta'));
    expect([onCopy, onRowOpen].map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
    await click(buttonNamed('Beta'));
    expect(onRowOpen).toHaveBeenCalledExactlyOnceWith(rows[1]);
  });
  it('shows outlines until the first answer', async () => {
    await render(table({ rows: undefined, skeletonRows: 3 }));
    expect(document.querySelectorAll('tbody tr')).toHaveLength(3);
    expect(document.querySelector('[aria-busy="true"]')).not.toBeNull();
  });
  it('shows the empty state instead of a table without rows', async () => {
    await render(table({ rows: [] }));
    expect([document.body.textContent, document.querySelector('table')]).toEqual(['Nothing yet', null]);
  });
  it('keeps loaded rows when a later load fails', async () => {
    await render(table({ failure: { message: 'No luck', code: 'TIMEOUT' } }));
    expect(document.body.textContent).toContain('No luck');
    expect(document.querySelectorAll('tbody tr')).toHaveLength(2);
  });
});

describe('Pager', () => {
  it('counts in the digits of the language', async () => {
    await render(<Pager page={2} pageSize={50} total={120} onPage={vi.fn()} />, 'fa');
    expect(document.body.textContent).toContain('۵۱ تا ۱۰۰ از ۱۲۰');
    expect(buttonNamed('صفحهٔ ۳').textContent).toBe('۳');
  });
});
