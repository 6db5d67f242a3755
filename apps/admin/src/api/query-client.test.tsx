import type { ErrorData } from '@ai-providers/contracts';
import { notifications } from '@mantine/notifications';
import { TRPCClientError } from '@trpc/client';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { serverAway } from '../components/server-away.js';
import { Toasts } from '../components/Toasts.js';
import '../components/RetryAfter.lazy.js'; // loaded before it is looked for
import { render } from '../testing/render.js';
import { queryClient } from './query-client.js';

afterEach(() => act(async () => notifications.clean()));

/** Runs a mutation that is refused. */
async function refuse(data: Partial<ErrorData>) {
  const full = { code: 'TOO_MANY_REQUESTS', httpStatus: 429, requestId: 'r-1', reason: 'INTERNAL', ...data };
  const error = TRPCClientError.from({ error: { code: -32029, message: 'raw', data: full } });
  const mutation = queryClient.getMutationCache().build(queryClient, { mutationFn: () => Promise.reject(error) });
  await act(async () => void (await mutation.execute(undefined).catch(() => undefined)));
}

const told = () => document.querySelector('[role=alert]')?.textContent;

describe('a mutation whose failure no page shows', () => {
  it('is told in a toast, with the time to wait', async () => {
    await render(<Toasts />);
    await refuse({ reason: 'TOO_MANY_ATTEMPTS', retryAfter: 840 });
    await vi.waitFor(() => expect(told()).toContain('You can try again in 14 minutes.'));
    expect(told()).toContain('Too many attempts.');
  });
});

describe('a change that could not arrive', () => {
  const send = vi.fn<() => Promise<void>>(() => Promise.resolve());
  const onMutate = vi.fn<() => void>();
  const change = () =>
    act(async () => {
      const mutation = queryClient.getMutationCache().build(queryClient, { mutationFn: send, onMutate });
      await mutation.execute(undefined).catch(() => undefined);
    });
  const answers = vi.fn<typeof fetch>();

  beforeEach(() => {
    for (const spy of [send, onMutate, answers]) spy.mockClear();
    vi.stubGlobal('fetch', answers);
  });
  afterEach(() => {
    serverAway.note(false);
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('is refused without a network before it is shown, and the reason is told', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await render(<Toasts />);
    await change();
    expect([send.mock.calls.length, onMutate.mock.calls.length]).toEqual([0, 0]);
    await vi.waitFor(() => expect(told()).toContain('You are offline. Nothing was changed.'));
  });
  it('is refused while the server is away', async () => {
    serverAway.note(true);
    answers.mockRejectedValue(new TypeError('failed'));
    await change();
    expect([send.mock.calls.length, onMutate.mock.calls.length]).toEqual([0, 0]);
  });
  it('is sent when the server turns out to be back', async () => {
    serverAway.note(true);
    answers.mockResolvedValue(Response.json({}));
    await change();
    expect(send).toHaveBeenCalledOnce();
  });
});
