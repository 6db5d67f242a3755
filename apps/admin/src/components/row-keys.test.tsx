import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { render } from '../testing/render.js';
import { DataTable } from './DataTable.js';
import { SidePane } from './SidePane.js';
import { useRowKeys } from './useRowKeys.js';

function Table({ onOpen, onTick }: { onOpen: (name: string) => void; onTick: (shift: boolean) => void }) {
  const body = useRowKeys();
  return (
    <table>
      <tbody ref={body}>
        {['Alpha', 'Beta', 'Gamma'].map((name) => (
          <tr key={name} id={name}>
            <td>
              <input type="checkbox" onClick={(event) => onTick(event.shiftKey)} />
            </td>
            <th>
              <button onClick={() => onOpen(name)}>{name}</button>
            </th>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

async function show() {
  const [onOpen, onTick] = [vi.fn(), vi.fn()];
  await render(<Table onOpen={onOpen} onTick={onTick} />);
  return { onOpen, onTick };
}
async function press(...keys: string[]) {
  for (const key of keys) {
    const init = { key, shiftKey: key === 'X', bubbles: true, cancelable: true };
    await act(async () => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', init)));
  }
}
const focused = () => document.activeElement?.id;

describe('the keys of rows', () => {
  it('walk down and up, and stop at the ends', async () => {
    await show();
    await press('k', 'j', 'j', 'j', 'j');
    expect(focused()).toBe('Gamma');
    await press('k', 'ArrowUp');
    expect(focused()).toBe('Alpha');
    await press('ArrowUp', 'ArrowDown');
    expect(focused()).toBe('Beta');
  });
  it('open the row with the focus', async () => {
    const { onOpen } = await show();
    await press('Enter', 'ArrowDown');
    expect([onOpen.mock.calls, focused()]).toEqual([[], '']);
    await press('j', 'j', 'Enter');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('Beta');
  });
  it('tick it, and a range with Shift', async () => {
    const { onTick } = await show();
    await press('x', 'j', 'x', 'j', 'X');
    expect(onTick.mock.calls).toEqual([[false], [true]]);
  });
});

describe('the key that edits', () => {
  const rows = ['Alpha', 'Beta'];
  function List({ onEdit, pane }: { onEdit: (name: string) => unknown; pane?: string }) {
    return (
      <>
        <DataTable
          caption="Names"
          columns={[{ id: 'name', header: 'Name', isRowHeader: true, render: (name: string) => name }]}
          rows={rows}
          rowId={(name) => name}
          rowName={(name) => name}
          onRowEdit={onEdit}
          openRowId={pane}
          empty={null}
        />
        {pane !== undefined && (
          <SidePane title={pane} onClose={() => undefined}>
            <form>
              <input aria-label={`Name of ${pane}`} />
            </form>
          </SidePane>
        )}
      </>
    );
  }
  const label = () => document.activeElement?.getAttribute('aria-label');

  it('leads to where the row with the focus is changed', async () => {
    const onEdit = vi.fn<(name: string) => unknown>();
    await render(<List onEdit={onEdit} />);
    await press('e', 'j', 'j', 'e');
    expect(onEdit).toHaveBeenCalledExactlyOnceWith('Beta');
  });
  it('goes to the first field of the panel that is open, but not past a row with the focus', async () => {
    const onEdit = vi.fn<(name: string) => unknown>();
    await render(<List onEdit={onEdit} pane="Alpha" />);
    await press('e');
    expect(label()).toBe('Name of Alpha');
    await act(async () => (document.activeElement as HTMLElement).blur()); // the field above
    await press('j', 'e');
    expect(onEdit).toHaveBeenCalledExactlyOnceWith('Beta');
  });
});
