import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createTRPCClient, TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { act } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { trpc, type AppRouter } from '../../api/trpc.js';
import { toast } from '../../components/toast.js';
import { loadStrings, startI18n } from '../../i18n/index.js';
import { buttonNamed, click, render } from '../../testing/render.js';
import { buildSettings } from './fixtures/settings.js';
import { useChooseKey } from './useMyKeyMutations.js';

const sent: unknown[] = [];
const success = vi.spyOn(toast, 'success').mockReturnValue(undefined);
const failure = vi.spyOn(toast, 'failure').mockReturnValue(undefined);

beforeEach(async () => {
  sent.length = 0;
  await startI18n('en');
  await loadStrings('keys');
});

/** Takes the first change and refuses the second: somebody changed it between them. */
const link: TRPCLink<AppRouter> =
  () =>
  ({ op }) =>
    observable((observer) => {
      sent.push(op.input);
      const data = { code: 'CONFLICT', httpStatus: 409, reason: 'EDIT_CONFLICT' };
      if (sent.length > 1) observer.error(TRPCClientError.from({ error: { code: -32600, message: 'late', data } }));
      else observer.next({ result: { type: 'data', data: buildSettings({ useSharedApi: false }) } });
      observer.complete();
    });

function Choose() {
  const choose = useChooseKey();
  return <button onClick={() => choose.mutate({ provider: 'openai', useSharedApi: false })}>Own key</button>;
}

it('an undo names what was seen, and says so where it came too late', async () => {
  const client = new QueryClient();
  await render(
    <trpc.Provider client={createTRPCClient<AppRouter>({ links: [link] })} queryClient={client}>
      <QueryClientProvider client={client}>
        <Choose />
      </QueryClientProvider>
    </trpc.Provider>,
  );
  await click(buttonNamed('Own key'));
  await act(async () => vi.waitFor(() => expect(success).toHaveBeenCalledOnce()));
  act(() => success.mock.calls[0]?.[1]?.undo?.());
  await act(async () => vi.waitFor(() => expect(failure).toHaveBeenCalledOnce()));
  const { updatedAt: expectedUpdatedAt } = buildSettings();
  expect(sent[1]).toEqual({ provider: 'openai', useSharedApi: true, expectedUpdatedAt });
  expect(failure.mock.calls[0]?.[0].message).toContain('Not undone');
});
