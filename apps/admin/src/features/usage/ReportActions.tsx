import { Button, Group } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../api/ExportButton.js';
import { usageExport } from '../../api/usage-export.js';
import { canCopy, copyText } from '../../components/clipboard.js';
import type { Report } from './usage-context.js';

/** The same report for others: as an address, and as a file that the server makes. */
export function ReportActions({ report: { filters, by, search } }: { report: Report }) {
  const { t } = useTranslation('usage');
  const csv =
    search.view === 'requests'
      ? usageExport('requests', { ...filters })
      : usageExport('usage', { ...filters, groupBy: by });
  return (
    <Group gap="xs">
      {canCopy() && (
        <Button
          variant="default"
          leftSection={<IconLink size={16} aria-hidden />}
          onClick={() => copyText(window.location.href, t('linkCopied'))}
        >
          {t('copyLink')}
        </Button>
      )}
      <ExportButton label={t('exportCsv')} files={{ csv }} />
    </Group>
  );
}
