import { trpc } from '../../api/trpc.js';

export const useSystemSettings = () => trpc.system.settings.useQuery();

export function useUpdateSystem() {
  const utils = trpc.useUtils();
  return trpc.system.update.useMutation({
    meta: { handlesError: true }, // the form shows it
    onSuccess: (saved) => {
      utils.system.settings.setData(undefined, saved);
      return utils.settings.invalidate(); // the limits of who has none of their own
    },
  });
}
