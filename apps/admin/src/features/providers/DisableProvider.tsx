import type { ProviderOutput } from '@ai-providers/contracts';
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConfirmOnce } from '../../components/ConfirmOnce.js';
import { useAccessPreview } from './useProviders.js';

interface Props {
  provider: ProviderOutput;
  onConfirm: () => void;
  onClose: () => void;
}

/** The question before a provider is switched off that people may depend on: in numbers, who and what. */
export function DisableProvider({ provider, onConfirm, onClose }: Props) {
  const { t } = useTranslation('providers');
  const preview = useAccessPreview({ provider: provider.slug, isActive: false });
  const admins = preview.data?.lose ?? 0;
  const models = provider.models.active;
  return (
    <ConfirmOnce
      title={t('disable.title', { name: provider.displayName })}
      confirmLabel={t('disable.confirm')}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <Stack gap="xs" aria-busy={preview.isPending}>
        {admins > 0 && <Text size="sm">{t('disable.admins', { count: admins })}</Text>}
        {models > 0 && <Text size="sm">{t('disable.models', { count: models })}</Text>}
        <Text size="sm">{t('disable.text')}</Text>
      </Stack>
    </ConfirmOnce>
  );
}
