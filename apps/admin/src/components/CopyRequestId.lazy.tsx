import { ActionIcon } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { canCopy, copyText } from './clipboard.js';

export function CopyRequestId({ value }: { value: string }) {
  const { t } = useTranslation();
  if (!canCopy()) return null;
  return (
    <ActionIcon
      size={24}
      variant="subtle"
      color="gray"
      aria-label={t('error.copyRequestId')}
      onClick={() => copyText(value, t('error.requestIdCopied'))}
    >
      <IconCopy size={14} aria-hidden />
    </ActionIcon>
  );
}
