import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { DataTable } from '../components/DataTable.js';
import { buttonNamed, click, render } from '../testing/render.js';
import { useOptimistic } from './use-optimistic.js';

interface Row {
  publicId: string;
  isActive: boolean;
}
const send = vi.fn<() => Promise<void>>();
const reason = 'Something went wrong in the browser. Reload the page.';

function List() {
  const optimistic = useOptimistic<Row[], Row>(['list'], (rows) => rows);
  const change = useMutation({ ...optimistic, mutationFn: send });
  return (
    <>
      <DataTable
        caption="Rows"
        columns={[{ id: 'name', header: 'Name', isRowHeader: true, render: ({ publicId }: Row) => publicId }]}
        rows={['one', 'two'].map((publicId) => ({ publicId, isActive: true }))}
        rowId={({ publicId }) => publicId}
        rowName={({ publicId }) => publicId}
        empty={null}
      />
      <button onClick={() => change.mutate({ publicId: 'two', isActive: false })}>Change</button>
    </>
  );
}

const rows = () => [...document.querySelectorAll('tbody tr')].map((row) => row.textContent);
const change = () => click(buttonNamed('Change'));
const show = () =>
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { mutations: { retry: false } } })}>
      <List />
    </QueryClientProvider>,
  );

describe('a change that was refused', () => {
  it('says why in its row, until it is tried again', async () => {
    await show();
    send.mockRejectedValueOnce(new Error('refused'));
    await change();
    await vi.waitFor(() => expect(rows()).toEqual(['one', 'two', reason]));
    send.mockResolvedValueOnce();
    await change();
    await vi.waitFor(() => expect(rows()).toEqual(['one', 'two']));
    send.mockRejectedValueOnce(new Error('refused'));
    await change();
    await vi.waitFor(() => expect(rows()).toEqual(['one', 'two', reason]));
  });
  it('is no news any more when the table has left the page', async () => {
    await show();
    expect(rows()).toEqual(['one', 'two']);
  });
});
