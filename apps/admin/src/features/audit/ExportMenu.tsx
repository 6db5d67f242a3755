import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePageActions } from '../../components/page-actions.js';
import { filtersOf, useAuditSearch, type AuditSearch } from './useAuditSearch.js';

const formats = ['csv', 'jsonl'] as const;

/** The list as a file, with the filters that are on. */
export function ExportMenu() {
  const { t } = useTranslation('audit');
  const { search } = useAuditSearch();
  usePageActions(
    formats.map((format) => ({
      id: format,
      label: t(`export.action.${format}`),
      icon: IconDownload,
      run: () => window.location.assign(exportAddress(search, format)),
    })),
  );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('export.menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item key={format} component="a" href={exportAddress(search, format)} download>
            {t(`export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

export function exportAddress(search: AuditSearch, format: 'csv' | 'jsonl'): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries<string | string[] | undefined>(filtersOf(search)))
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) params.append(name, each);
  const query = params.toString();
  return `/exports/audit.${format}${query === '' ? '' : `?${query}`}`;
}
