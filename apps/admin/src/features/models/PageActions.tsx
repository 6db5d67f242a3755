import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../api/ExportButton.js';
import { useMay } from '../../api/me.js';
import { ButtonLink } from '../../components/links.js';
import { exportAddress } from './export-address.js';
import { useModelsSearch } from './useModelsSearch.js';

/** What can be done on the page of models. Where the list is narrowed to one provider, a new model starts with it. */
export function PageActions() {
  const { t } = useTranslation('models');
  const { search } = useModelsSearch();
  const mayCreate = useMay('models.create');
  const provider = search.provider?.length === 1 ? search.provider[0] : undefined;
  return (
    <>
      <ExportButton label={t('export')} files={{ csv: exportAddress(search) }} />
      {mayCreate && (
        <ButtonLink to="/models/new" search={{ provider }}>
          {t('add')}
        </ButtonLink>
      )}
    </>
  );
}
