import { useTranslation } from 'react-i18next';
import { toast } from '../../components/toast.js';

/** Browsers have no clipboard on plain http. */
export const canCopy = () => window.isSecureContext;

export function useCopyId(): (modelId: string) => Promise<void> {
  const { t } = useTranslation('models');
  return (modelId) =>
    navigator.clipboard.writeText(modelId).then(
      () => toast.success(t('toast.idCopied')),
      () => toast.failure(t('toast.copyFailed')), // the browser asks, and the answer was no
    );
}
