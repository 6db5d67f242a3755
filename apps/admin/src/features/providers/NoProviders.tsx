import { Group } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState, NoMatch } from '../../components/EmptyState.js';
import { ButtonLink } from '../../components/links.js';
import { isFiltered, useProvidersSearch } from './useProvidersSearch.js';

/** A list without rows: hidden by the filters, or nothing there yet. */
export function NoProviders({ mayCreate }: { mayCreate: boolean }) {
  const { t } = useTranslation('providers');
  const { search, clear } = useProvidersSearch();
  if (isFiltered(search) || search.page) return <NoMatch onClear={clear} />;
  return (
    <EmptyState
      title={t('list.emptyTitle')}
      text={t(mayCreate ? 'list.emptyText' : 'list.emptyTextReader')}
      icon={<IconPlugConnected />}
      action={mayCreate && <Ways />}
    />
  );
}

function Ways() {
  const { t } = useTranslation('providers');
  return (
    <Group justify="center">
      <ButtonLink to="/providers/new">{t('add')}</ButtonLink>
      <ButtonLink to="/providers/new" search={{ kind: 'custom' }} variant="default">
        {t('list.custom')}
      </ButtonLink>
    </Group>
  );
}
