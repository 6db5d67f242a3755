import { trpc } from '../../api/trpc.js';

/** Sets a limit of somebody's. */
export function useSetLimit() {
  return trpc.settings.setLimit.useMutation(useAfterwards());
}

/** Sets the limit of who asked, and closes the request. */
export function useGrantRequest() {
  return trpc.settings.grantLimitRequest.useMutation(useAfterwards());
}

/** Closes the request and leaves the limit as it is. */
export function useDismissRequest() {
  return trpc.settings.dismissLimitRequest.useMutation(useAfterwards());
}

/** The dialog shows a failure; the rows, the log and what other pages know of limits are asked for again. */
function useAfterwards() {
  const utils = trpc.useUtils();
  return {
    meta: { handlesError: true },
    onSettled: async () => {
      await Promise.all([
        utils.system.dashboard.invalidate(),
        utils.audit.invalidate(),
        utils.settings.invalidate(),
        utils.admins.invalidate(),
      ]);
    },
  };
}
