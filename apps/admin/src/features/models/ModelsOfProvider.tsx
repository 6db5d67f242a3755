import { ModelList } from './ModelList.js';
import { ModelsAddressProvider, type ModelsAddress } from './models-address.js';
import { useModels } from './useModels.js';
import { useModelsSearch } from './useModelsSearch.js';

/** The list of models on the page of the one provider whose models it shows. */
export function ModelsOfProvider(address: ModelsAddress) {
  return (
    <ModelsAddressProvider value={address}>
      <Models />
    </ModelsAddressProvider>
  );
}

function Models() {
  const { search } = useModelsSearch();
  return <ModelList models={useModels(search)} withoutRail />;
}
