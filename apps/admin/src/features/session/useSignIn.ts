import { secretMutation } from '../../api/query-client.js';
import { sessionEnded } from '../../api/session-ended.js';
import { trpc } from '../../api/trpc.js';

export function useSignIn() {
  const utils = trpc.useUtils();
  return trpc.auth.login.useMutation({
    ...secretMutation,
    meta: { handlesError: true }, // the form shows it
    onSuccess: async () => {
      sessionEnded.clear();
      await utils.invalidate(); // another admin may have signed in: nothing on the page is theirs for sure
    },
  });
}
