import { useTranslation } from 'react-i18next';
import { trpc } from '../../api/trpc.js';
import { toast } from '../../components/toast.js';

/** Puts the list of first steps away for this admin, in all of their browsers. */
export function useHideSetup(): () => void {
  const { t } = useTranslation('dashboard');
  const utils = trpc.useUtils();
  const save = trpc.auth.updatePreferences.useMutation({
    onSuccess: (stored) => {
      utils.auth.preferences.setData(undefined, stored);
      return utils.system.dashboard.invalidate();
    },
  });
  const undo = () => save.mutate({ checklist: 'shown' });
  return () => save.mutate({ checklist: 'hidden' }, { onSuccess: () => toast.success(t('setup.hidden'), { undo }) });
}
