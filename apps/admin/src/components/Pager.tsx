import { Group, Pagination, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../i18n/fmt.js';

interface Props {
  page: number;
  pageSize: number;
  total: number;
  onPage: (page: number) => void;
}

/** Pages with the digits of the language and spoken names. */
export function Pager({ page, pageSize, total, onPage }: Props) {
  const { t } = useTranslation();
  const fmt = useFmt();
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const from = fmt.number(Math.min(total, (page - 1) * pageSize + 1));
  const to = fmt.number(Math.min(total, page * pageSize));
  return (
    <Group justify="space-between" gap="sm">
      <Text size="sm" c="dimmed" role="status">
        {t('table.range', { from, to, total: fmt.number(total) })}
      </Text>
      {pages > 1 && (
        <nav aria-label={t('table.pages')}>
          <Pagination
            size="sm"
            total={pages}
            value={page}
            onChange={onPage}
            getItemProps={(item) => ({
              children: fmt.number(item),
              'aria-label': t('table.page', { page: fmt.number(item) }),
            })}
            getControlProps={(control) => ({ 'aria-label': t(`table.${control}`) })}
          />
        </nav>
      )}
    </Group>
  );
}
