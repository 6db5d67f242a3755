import type { ModelOutput, ProviderOutput } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import type { Column } from '../../components/data-table.js';
import { DataTable } from '../../components/DataTable.js';
import { EmptyState } from '../../components/EmptyState.js';
import { ButtonLink, TextLink } from '../../components/links.js';
import { Ltr } from '../../components/Ltr.js';
import { useFmt } from '../../i18n/fmt.js';
import { ActiveBadge } from './ActiveBadge.js';
import { modelsShown, useProviderModels } from './useProviders.js';

/** The provider's models, each leading to its place in the models table. */
export function ProviderModels({ provider }: { provider: ProviderOutput }) {
  const { t } = useTranslation('providers');
  const models = useProviderModels(provider.slug);
  const mayAdd = provider.can.addModel;
  return (
    <DataTable
      caption={t('models.caption', { name: provider.displayName })}
      columns={useColumns(provider.slug)}
      rows={models.data?.items}
      rowId={(model) => model.publicId}
      rowName={(model) => model.displayName}
      isFetching={models.isFetching}
      failure={models.isError ? failureOf(models.error) : null}
      onRetry={() => void models.refetch()}
      skeletonRows={5}
      empty={
        <EmptyState
          title={t('models.emptyTitle')}
          text={t(mayAdd ? 'models.emptyText' : 'models.emptyTextReader')}
          action={
            mayAdd && (
              <ButtonLink to="/models/new" search={{ provider: provider.slug }}>
                {t('models.add')}
              </ButtonLink>
            )
          }
        />
      }
      footer={
        (models.data?.total ?? 0) > modelsShown && (
          <TextLink to="/models" search={{ provider: [provider.slug] }}>
            {t('models.all')}
          </TextLink>
        )
      }
    />
  );
}

function useColumns(provider: string): Array<Column<ModelOutput>> {
  const { t } = useTranslation('providers');
  const fmt = useFmt();
  return [
    {
      id: 'name',
      header: t('models.name'),
      isRowHeader: true,
      render: (model) => (
        <TextLink to="/models" search={{ provider: [provider], model: model.publicId }}>
          <bdi>{model.displayName}</bdi>
        </TextLink>
      ),
    },
    { id: 'modelId', header: t('models.modelId'), render: (model) => <Ltr mono>{model.modelId}</Ltr> },
    {
      id: 'context',
      header: t('models.context'),
      align: 'end',
      visibleFrom: 'sm',
      render: ({ contextWindow }) => (contextWindow === null ? '—' : fmt.number(contextWindow)),
    },
    { id: 'status', header: t('models.status'), render: (model) => <ActiveBadge isActive={model.isActive} /> },
  ];
}
