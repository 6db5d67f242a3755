import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/Page.js';
import { useFmt } from '../../i18n/fmt.js';
import { ModelList } from './ModelList.js';
import { ModelsAddressProvider } from './models-address.js';
import { PageActions } from './PageActions.js';
import { useModels } from './useModels.js';
import { useModelsSearch } from './useModelsSearch.js';

export { prefetchModels } from './useModels.js';

const route = getRouteApi('/panel/models');

export function ModelsPage() {
  const now = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <ModelsAddressProvider
      value={{ now, go: (search, options) => void navigate({ search, ...options }), param: 'model' }}
    >
      <AllModels />
    </ModelsAddressProvider>
  );
}

function AllModels() {
  const { t } = useTranslation('models');
  const fmt = useFmt();
  const { search } = useModelsSearch();
  const models = useModels(search);
  return (
    <Page title={t('title')} aside={models.data && fmt.number(models.data.total)} actions={<PageActions />}>
      <ModelList models={models} />
    </Page>
  );
}
