import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createTRPCClient, TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { trpc, type AppRouter } from '../../api/trpc.js';
import { i18n, loadStrings, startI18n } from '../../i18n/index.js';
import { buttonNamed, click, render, type } from '../../testing/render.js';
import { LoginForm } from './LoginForm.js';

const sent: unknown[] = [];
const onSignedIn = vi.fn();

beforeEach(async () => {
  sent.length = 0;
  onSignedIn.mockReset();
  await startI18n('en');
  await loadStrings('auth');
});

/** The server: lets in whoever it is, or refuses with `data`. */
const server =
  (data?: object): TRPCLink<AppRouter> =>
  () =>
  ({ op }) =>
    observable((observer) => {
      sent.push(op.input);
      if (data) {
        observer.error(TRPCClientError.from({ error: { code: -32001, message: 'raw', data } as never })); // only `data` is read
        return;
      }
      observer.next({ result: { data: {} } });
      observer.complete();
    });

const show = (refusal?: object, known?: string) => {
  const client = new QueryClient();
  return render(
    <trpc.Provider client={createTRPCClient<AppRouter>({ links: [server(refusal)] })} queryClient={client}>
      <QueryClientProvider client={client}>
        <LoginForm onSignedIn={onSignedIn} email={known} />
      </QueryClientProvider>
    </trpc.Provider>,
  );
};
const email = () => document.querySelector('[name=email]');
const password = () => document.querySelector('[name=password]');
const signIn = () => click(buttonNamed(i18n.t('auth:login.submit')));

describe('LoginForm', () => {
  it('sends what was typed', async () => {
    await show();
    await type(email(), 'root@example.com');
    await type(password(), 'correct horse battery');
    await signIn();
    await act(async () => vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce()));
    expect(sent).toEqual([{ email: 'root@example.com', password: 'correct horse battery', remember: false }]);
  });
  it('asks to be kept signed in where somebody ticks it', async () => {
    await show();
    await type(email(), 'root@example.com');
    await type(password(), 'correct horse battery');
    await click(document.querySelector('[name=remember]'));
    await signIn();
    expect(sent).toMatchObject([{ remember: true }]);
  });
  it('begins in the first empty field', async () => {
    await show();
    expect(document.activeElement).toBe(email());
  });
  it('begins with the password where the email is known', async () => {
    await show(undefined, 'root@example.com');
    expect(document.activeElement?.getAttribute('name')).toBe('password');
  });
  it('sends nothing while a field is empty, says so beside it and leads there', async () => {
    const container = await show();
    await type(email(), 'root@example.com');
    await signIn();
    expect(sent).toEqual([]);
    expect(container.textContent).toContain(i18n.t('errors:field.REQUIRED'));
    expect([email()?.getAttribute('aria-invalid'), document.activeElement]).toEqual([null, password()]);
  });
  it('tells a refusal above the fields and a faulty field beside it', async () => {
    const container = await show({
      reason: 'VALIDATION_FAILED',
      requestId: 'r-1',
      fieldErrors: { email: { reason: 'TOO_LONG', message: 'raw', params: { max: 254 } } },
    });
    await type(email(), 'x');
    await type(password(), 'y');
    await signIn();
    expect(container.querySelector('[role=alert]')?.textContent).toContain(i18n.t('errors:reason.VALIDATION_FAILED'));
    expect(email()?.getAttribute('aria-invalid')).toBe('true');
    expect(onSignedIn).not.toHaveBeenCalled();
  });
});
