import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { toast } from '../components/toast.js';
import { refuseCutOff } from './connection.js';
import { errorDataOf, failureOf } from './error-message.js';
import { noteAnswer } from './last-answer.js';
import { sessionEnded } from './session-ended.js';

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { handlesError?: boolean };
    mutationMeta: { handlesError?: boolean };
  }
}

/** For mutations that carry a key or a password: their input is dropped as soon as nobody shows the result. */
export const secretMutation = { gcTime: 0 } as const;

export const queryClient = new QueryClient({
  // A region shows its own failure with "Try again"; only an ended session concerns the whole page.
  queryCache: new QueryCache({
    onSuccess: noteAnswer,
    onError: (error, query) => {
      if (query.meta?.handlesError !== true) noticeEndedSession(error);
    },
  }),
  mutationCache: new MutationCache({
    onMutate: refuseCutOff,
    onSuccess: noteAnswer,
    onError: (error, _variables, _result, mutation) => {
      if (noticeEndedSession(error) || mutation.meta?.handlesError === true) return;
      toast.failure(failureOf(error));
    },
  }),
  defaultOptions: {
    queries: { staleTime: 30_000, retry: false, networkMode: 'always', refetchOnReconnect: true },
    mutations: { retry: false, networkMode: 'always' },
  },
});

function noticeEndedSession(error: unknown): boolean {
  const ended = errorDataOf(error)?.reason === 'UNAUTHENTICATED';
  if (ended) sessionEnded.raise();
  return ended;
}
