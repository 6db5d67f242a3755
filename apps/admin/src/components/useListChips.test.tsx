import { describe, expect, it, vi } from 'vitest';
import { buttonNamed, click, render } from '../testing/render.js';
import { FilterBar } from './FilterBar.js';
import { useListChips } from './useListChips.js';

const onRemove = vi.fn();

function Chips(list: { status?: 'active' | 'inactive'; sort?: 'name' | '-name' }) {
  const active = useListChips<'name'>({ ...list, sortLabel: (key) => key.toUpperCase(), onRemove });
  return <FilterBar active={active}>controls</FilterBar>;
}

describe('useListChips', () => {
  it('names the status and the sort, whichever way it goes', async () => {
    const { textContent } = await render(<Chips status="inactive" sort="-name" />);
    expect(textContent).toBe('controlsStatus: InactiveSorted by NAME');
  });
  it('takes away the one filter and leaves the other', async () => {
    await render(<Chips status="active" sort="name" />);
    await click(buttonNamed('Remove filter: Status: Active'));
    expect(onRemove.mock.calls).toEqual([[{ status: undefined }]]);
  });
  it('is empty for a list as it comes', async () => {
    expect((await render(<Chips />)).textContent).toBe('controls');
  });
});
