import { secretMutation } from '../../api/query-client.js';
import { trpc } from '../../api/trpc.js';

export function useAcceptInvite() {
  const utils = trpc.useUtils();
  return trpc.auth.acceptInvite.useMutation({
    ...secretMutation,
    meta: { handlesError: true }, // the page shows it
    onSuccess: () => utils.invalidate(), // somebody else may have been signed in here
  });
}
