import { IconCube } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState, NoMatch } from '../../components/EmptyState.js';
import { ButtonLink } from '../../components/links.js';
import { useModelsAddress } from './models-address.js';
import { isFiltered, useModelsSearch } from './useModelsSearch.js';

/** A list without rows: hidden by the filters, or nothing there yet. */
export function NoModels({ mayCreate }: { mayCreate: boolean }) {
  const { t } = useTranslation('models');
  const { chosen, clear } = useModelsSearch();
  const { provider } = useModelsAddress();
  if (isFiltered(chosen) || chosen.page) return <NoMatch onClear={clear} />;
  return (
    <EmptyState
      title={t('list.emptyTitle')}
      text={t(mayCreate ? 'list.emptyText' : 'list.emptyTextReader')}
      icon={<IconCube />}
      action={
        mayCreate && (
          <ButtonLink to="/models/new" search={{ provider }}>
            {t('add')}
          </ButtonLink>
        )
      }
    />
  );
}
