import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createTRPCClient, TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { ReactElement } from 'react';
import { trpc, type AppRouter } from '../api/trpc.js';

interface Call {
  path: string;
  input: unknown;
}

/** A server that answers by name, fails where the answer is an error, and notes what it was asked. */
export function fakeApi(answers: Record<string, unknown>) {
  const calls: Call[] = [];
  const link: TRPCLink<AppRouter> =
    () =>
    ({ op: { path, input } }) =>
      observable((observer) => {
        calls.push({ path, input });
        const answer = answers[path];
        if (answer instanceof Error) return observer.error(TRPCClientError.from(answer));
        observer.next({ result: { type: 'data', data: answer } });
        observer.complete();
      });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const Api = ({ children }: { children: ReactElement }) => (
    <trpc.Provider client={createTRPCClient<AppRouter>({ links: [link] })} queryClient={client}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </trpc.Provider>
  );
  return { Api, calls, client };
}
