import type { ProviderOutput } from '@ai-providers/contracts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { trpc, type AppRouter } from '../../api/trpc.js';
import { SecretField } from '../../components/SecretField.js';
import { buttonNamed, click, render, type } from '../../testing/render.js';
import { buildProvider } from './fixtures/provider.js';
import { useProviderEdit } from './useProviderEdit.js';
import { useProviderSave } from './useProviderSave.js';

const secret = 'sk-typed-by-somebody-wxyz';
const stored = buildProvider({ sharedApiKey: { set: false } });
const saved = {
  ...stored,
  sharedApiKey: { set: true, last4: 'wxyz', readable: true },
  updatedAt: '2026-11-02T00:00:00Z',
};
const sent: unknown[] = [];
let client: QueryClient;

beforeEach(() => {
  sent.length = 0;
  client = new QueryClient({ defaultOptions: { mutations: { retry: false, networkMode: 'always' } } });
});

/** The server: answers each update with `saved`, or refuses it with `reason`. */
const server =
  (reason?: string): TRPCLink<AppRouter> =>
  () =>
  ({ op }) =>
    observable((observer) => {
      sent.push(op.input);
      if (reason === undefined) {
        observer.next({ result: { data: saved } });
        return observer.complete();
      }
      const data = { code: 'CONFLICT', httpStatus: 409, requestId: 'r-1', reason };
      observer.error(TRPCClientError.from({ error: { code: -32009, message: 'raw', data } }));
    });

function Editor({ onSaved }: { onSaved: (provider: ProviderOutput) => void }) {
  const edit = useProviderEdit(stored);
  const save = useProviderSave(edit, onSaved);
  const { secret: field, base, setSecretTouched } = edit;
  return (
    <>
      <SecretField ref={field} label="Key" stored={base.sharedApiKey} onTouched={setSecretTouched} />
      <button onClick={() => void save.save()}>Save</button>
      <p>{save.hasConflict ? 'conflict' : (save.failure?.code ?? 'fine')}</p>
    </>
  );
}

async function saveWithKey(reason?: string) {
  const onSaved = vi.fn();
  const api = trpc.createClient({ links: [server(reason)] });
  await render(
    <trpc.Provider client={api} queryClient={client}>
      <QueryClientProvider client={client}>
        <Editor onSaved={onSaved} />
      </QueryClientProvider>
    </trpc.Provider>,
  );
  await type(document.querySelector('input'), secret);
  await click(buttonNamed('Save'));
  await vi.waitFor(() => expect(client.isMutating()).toBe(0));
  return onSaved;
}

const remembered = () => JSON.stringify([client.getMutationCache().getAll(), client.getQueryCache().getAll()]);

describe('useProviderSave', () => {
  it('sends what was changed, with the time of the record it started from', async () => {
    const onSaved = await saveWithKey();
    const { publicId, updatedAt: expectedUpdatedAt } = stored;
    expect(sent).toEqual([{ publicId, expectedUpdatedAt, patch: { sharedApiKey: secret } }]);
    expect(onSaved).toHaveBeenCalledExactlyOnceWith(saved);
  });
  it('keeps a key neither on the page nor in a cache once it is saved', async () => {
    await saveWithKey();
    expect(document.body.textContent).toContain('••••wxyz');
    expect([document.body.innerHTML, remembered()].join()).not.toContain(secret);
  });
  it('keeps what was typed when somebody else saved first, in the field alone', async () => {
    const onSaved = await saveWithKey('EDIT_CONFLICT');
    expect(document.querySelector('p')?.textContent).toBe('conflict');
    expect(document.querySelector('input')?.value).toBe(secret);
    expect(remembered()).not.toContain(secret);
    expect(onSaved).not.toHaveBeenCalled();
  });
  it('tells any other refusal as a failure of the form', async () => {
    await saveWithKey('PROVIDER_NAME_TAKEN');
    expect(document.querySelector('p')?.textContent).toBe('PROVIDER_NAME_TAKEN');
  });
});
