import { trpc } from '../../api/trpc.js';

/** Ends the session. The page is loaded anew, so that nothing that was read under it stays in memory. */
export function useSignOut() {
  return trpc.auth.logout.useMutation({ onSuccess: () => window.location.assign('/login') });
}
