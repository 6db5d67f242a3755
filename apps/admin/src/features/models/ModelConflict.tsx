import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { useLastChange } from '../../api/use-last-change.js';
import { mergeFields, type ShownFields } from '../../components/merge-fields.js';
import { MergeDialog } from '../../components/MergeDialog.js';
import { MergeValue } from '../../components/MergeValue.js';
import { CapabilityChips } from './CapabilityChips.js';
import { valuesOf, type ModelValues } from './model-values.js';
import type { ModelEdit } from './useModelEdit.js';
import { useLatestModel } from './useModels.js';

/** Both versions of what was changed elsewhere first, to choose from. */
export function ModelConflict({ edit }: { edit: ModelEdit }) {
  const { t } = useTranslation('models');
  const { base, form } = edit;
  const latest = useLatestModel(base.publicId);
  const shown = useShown();
  const yours = form.values;
  const versions = latest.data &&
    !latest.isFetching && { base: valuesOf(base, yours), yours, theirs: valuesOf(latest.data, yours) };
  return (
    <MergeDialog
      title={t('conflict.title')}
      change={useLastChange(base.publicId, ['model.update'])}
      fields={versions ? mergeFields(versions, shown) : undefined}
      failure={latest.error ? failureOf(latest.error) : null}
      busy={edit.isBusy}
      onApply={(sides) => latest.data && void edit.saveMerged(latest.data, sides)}
      onStay={edit.keepTyped}
    />
  );
}

/** The fields in the order of the form. */
function useShown(): ShownFields<ModelValues> {
  const { t } = useTranslation(['models', 'common']);
  const shown = (label: string, kind: 'name' | 'code' | 'json') => ({
    label,
    show: (value: string) => <MergeValue kind={kind}>{value}</MergeValue>,
  });
  return {
    modelId: shown(t('column.modelId'), 'code'),
    name: shown(t('column.name'), 'name'),
    displayName: shown(t('common:form.displayName'), 'name'),
    capabilities: {
      label: t('column.capabilities'),
      show: (capabilities) => <CapabilityChips capabilities={capabilities} />,
    },
    contextWindow: shown(t('column.contextWindow'), 'code'),
    maxTokens: shown(t('column.maxTokens'), 'code'),
    pricingInput: shown(t('form.pricingInput'), 'code'),
    pricingOutput: shown(t('form.pricingOutput'), 'code'),
    scheduled: {
      label: t('form.scheduled'),
      show: (prices) => (
        <MergeValue kind="code">
          {prices.map(({ from, input, output }) => [from, input || '—', output || '—'].join(' · ')).join(', ')}
        </MergeValue>
      ),
    },
    isActive: {
      label: t('common:form.active'),
      show: (isActive) => t(isActive ? 'common:state.yes' : 'common:state.no'),
    },
    sortOrder: shown(t('common:form.sortOrder'), 'code'),
    config: shown(t('common:form.config'), 'json'),
  };
}
