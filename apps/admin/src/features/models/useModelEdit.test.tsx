import type { ModelOutput } from '@ai-providers/contracts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { trpc, type AppRouter } from '../../api/trpc.js';
import { buttonNamed, click, render, type } from '../../testing/render.js';
import { buildModel } from './fixtures/model.js';
import { useModelEdit } from './useModelEdit.js';

const stored = buildModel({ displayName: 'Old', isActive: true });
const later = '2026-12-01T00:00:00.000Z';
const sent: unknown[] = [];
let client: QueryClient;
let isRefused: boolean;

beforeEach(() => {
  sent.length = 0;
  isRefused = false;
  client = new QueryClient({ defaultOptions: { mutations: { retry: false, networkMode: 'always' } } });
});

const server: TRPCLink<AppRouter> =
  () =>
  ({ op }) =>
    observable((observer) => {
      sent.push(op.input);
      if (isRefused) {
        const data = { code: 'CONFLICT', httpStatus: 409, requestId: 'r-1', reason: 'EDIT_CONFLICT' };
        return observer.error(TRPCClientError.from({ error: { code: -32009, message: 'raw', data } }));
      }
      observer.next({ result: { data: { ...stored, updatedAt: '2026-12-02T00:00:00.000Z' } } });
      observer.complete();
    });

/** A form over the record, of which the panel reads a newer version once the button is pressed. */
function Editor({ change, unit }: { change: Partial<ModelOutput>; unit: 'million' | 'token' }) {
  const [model, setModel] = useState(stored);
  const { form, isOutdated, isDirty, hasConflict, submit, saveMerged } = useModelEdit(model, () => undefined);
  const { displayName, isActive, pricingInput } = form.values;
  const newer = { ...stored, ...change, updatedAt: later };
  return (
    <form onSubmit={submit}>
      <input {...form.getInputProps('displayName')} />
      <button
        type="button"
        onClick={() => form.setValues({ priceUnit: unit, pricingInput: '0.0000025', pricingOutput: '0.00001' })}
      >
        Unit
      </button>
      <button type="button" onClick={() => setModel(newer)}>
        Arrive
      </button>
      <button>Save</button>
      {(['yours', 'theirs'] as const).map((side) => (
        <button key={side} type="button" onClick={() => void saveMerged(newer, { displayName: side })}>
          {side}
        </button>
      ))}
      <output>{[displayName, isActive, pricingInput, isOutdated, isDirty].join()}</output>
      {hasConflict && <p>conflict</p>}
    </form>
  );
}

async function show(change: Partial<ModelOutput>, unit: 'million' | 'token' = 'million') {
  const api = trpc.createClient({ links: [server] });
  await render(
    <trpc.Provider client={api} queryClient={client}>
      <QueryClientProvider client={client}>
        <Editor change={change} unit={unit} />
      </QueryClientProvider>
    </trpc.Provider>,
  );
}

const shown = () => document.querySelector('output')?.textContent;

describe('useModelEdit', () => {
  it('takes over what the switch in the list changed, and keeps what is being typed', async () => {
    await show({ isActive: false });
    await type(document.querySelector('input'), 'Mine');
    await click(buttonNamed('Arrive'));
    expect(shown()).toBe('Mine,false,2.5,false,true');
  });

  it('saves over the newer record what was typed, and that alone', async () => {
    await show({ isActive: false });
    await type(document.querySelector('input'), 'Mine');
    await click(buttonNamed('Arrive'));
    await click(buttonNamed('Save'));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(sent).toEqual([{ publicId: stored.publicId, expectedUpdatedAt: later, patch: { displayName: 'Mine' } }]);
  });

  it('says so where the same field was changed elsewhere, and leaves the form as it is', async () => {
    await show({ displayName: 'Theirs' });
    await type(document.querySelector('input'), 'Mine');
    await click(buttonNamed('Arrive'));
    expect(shown()).toBe('Mine,true,2.5,true,true');
  });

  it('does not take another unit of the prices for a change of them', async () => {
    await show({ pricingInput: '3.000000' }, 'token');
    await click(buttonNamed('Unit'));
    await click(buttonNamed('Arrive'));
    expect(shown()).toBe('Old,true,0.000003,false,false');
  });

  it('asks when somebody saved first, and keeps what was typed', async () => {
    isRefused = true;
    await show({});
    await type(document.querySelector('input'), 'Mine');
    await click(buttonNamed('Save'));
    await vi.waitFor(() => expect(document.body.textContent).toContain('conflict'));
    expect(shown()).toBe('Mine,true,2.5,false,true');
  });

  it('saves what was chosen over the newer record', async () => {
    await show({ displayName: 'Theirs', isActive: false });
    await type(document.querySelector('input'), 'Mine');
    await click(buttonNamed('yours'));
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(sent).toEqual([{ publicId: stored.publicId, expectedUpdatedAt: later, patch: { displayName: 'Mine' } }]);
  });

  it('has nothing to save where theirs was chosen throughout', async () => {
    await show({ displayName: 'Theirs' });
    await type(document.querySelector('input'), 'Mine');
    await click(buttonNamed('theirs'));
    expect([shown(), sent]).toEqual(['Theirs,true,2.5,false,false', []]);
  });
});
