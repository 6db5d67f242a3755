import type { ProviderOutput } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import { ConfirmOnce } from '../../components/ConfirmOnce.js';

interface Props {
  provider: ProviderOutput;
  onConfirm: () => void;
  onClose: () => void;
}

/** The question before a provider that models depend on is switched off. */
export function DisableProvider({ provider, onConfirm, onClose }: Props) {
  const { t } = useTranslation('providers');
  return (
    <ConfirmOnce
      title={t('disable.title', { name: provider.displayName })}
      confirmLabel={t('disable.confirm')}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {t('disable.models', { count: provider.models.active })}
    </ConfirmOnce>
  );
}
