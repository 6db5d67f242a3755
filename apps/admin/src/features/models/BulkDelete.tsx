import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConfirmTyped } from '../../components/ConfirmTyped.js';

interface Props {
  count: number;
  onDelete: () => void;
  onClose: () => void;
}

/** Says how many models go, and has the deed typed. */
export function BulkDelete({ count, onDelete, onClose }: Props) {
  const { t } = useTranslation('models');
  return (
    <ConfirmTyped
      title={t('bulk.deleteTitle', { count })}
      losses={[t('bulk.deleteEntries', { count }), t('bulk.deletePrograms'), t('bulk.deleteUsage')]}
      word={t('bulk.deleteWord')}
      confirmLabel={t('bulk.deleteConfirm', { count })}
      onConfirm={onDelete}
      onClose={onClose}
    >
      <Text size="sm">{t('bulk.deleteText')}</Text>
    </ConfirmTyped>
  );
}
