import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Audit.module.css';
import { useEntryCheck } from './useAudit.js';

/** Whether this entry is as it was written, and in its place. */
export function EntryCheck({ sequence }: { sequence: string }) {
  const { t } = useTranslation('audit');
  const { data, isError } = useEntryCheck(sequence, true);
  if (isError) return t('chain.failed');
  if (!data) return t('detail.checking');
  const Icon = data.fault ? IconAlertTriangle : IconCheck;
  return (
    <Text
      size="sm"
      span
      role="status"
      className={classes.verdict}
      c={data.fault ? 'var(--mantine-color-error)' : undefined}
    >
      <Icon size={16} aria-hidden />
      {data.fault ? t(`chain.problem.${data.fault.problem}`) : t('detail.sound')}
    </Text>
  );
}
