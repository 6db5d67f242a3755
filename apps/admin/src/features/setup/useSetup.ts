import { secretMutation } from '../../api/query-client.js';
import { trpc } from '../../api/trpc.js';

export function useSetup() {
  const utils = trpc.useUtils();
  return trpc.system.setup.useMutation({
    ...secretMutation,
    meta: { handlesError: true }, // the form shows it
    onSuccess: () => utils.invalidate(),
  });
}
