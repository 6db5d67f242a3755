import type { ProviderOutput } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import { ConfirmOnce } from '../../components/ConfirmOnce.js';
import { DisableEffect } from './DisableEffect.js';

interface Props {
  provider: ProviderOutput;
  onConfirm: () => void;
  onClose: () => void;
}

/** The question before a provider is switched off that people may depend on: in numbers, who and what. */
export function DisableProvider({ provider, onConfirm, onClose }: Props) {
  const { t } = useTranslation('providers');
  return (
    <ConfirmOnce
      title={t('disable.title', { name: provider.displayName })}
      confirmLabel={t('disable.confirm')}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <DisableEffect target={{ publicIds: [provider.publicId] }}>{t('disable.text')}</DisableEffect>
    </ConfirmOnce>
  );
}
