import type { ProviderOutput } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../api/error-message.js';
import { useLastChange } from '../../../api/use-last-change.js';
import { mergeFields } from '../../../components/merge-fields.js';
import { MergeDialog, type MergeField } from '../../../components/MergeDialog.js';
import { MergeValue } from '../../../components/MergeValue.js';
import { SecretStatus } from '../../../components/SecretStatus.js';
import { valuesOf } from '../provider-values.js';
import type { ProviderEdit } from '../useProviderEdit.js';
import type { ProviderSave } from '../useProviderSave.js';
import { useLatestProvider } from '../useProviders.js';

/** The fields of a form that two people may change at once. */
export type MergedField = 'name' | 'slug' | 'displayName' | 'website' | 'apiBaseUrl' | 'config';

interface Props {
  edit: ProviderEdit;
  save: ProviderSave;
  /** What the form holds, in its order. */
  fields: readonly MergedField[];
}

/** Both versions of what was changed elsewhere first, to choose from. */
export function ProviderConflict({ edit, save, fields }: Props) {
  const { t } = useTranslation('providers');
  const latest = useLatestProvider(edit.base.slug);
  const shown = useShown(fields);
  const key = useKeyRow(edit, latest.data);
  const versions = latest.data &&
    !latest.isFetching && { base: valuesOf(edit.base), yours: edit.form.values, theirs: valuesOf(latest.data) };
  return (
    <MergeDialog
      title={t('conflict.title')}
      change={useLastChange(edit.base.publicId, ['provider.update'])}
      fields={versions ? [...mergeFields(versions, shown), ...key] : undefined}
      failure={latest.error ? failureOf(latest.error) : null}
      busy={save.isBusy}
      onApply={(sides) => latest.data && void save.saveMerged(latest.data, sides)}
      onStay={save.keepTyped}
    />
  );
}

/** The key that was typed is not among the values of the form. */
function useKeyRow({ secret }: ProviderEdit, latest: ProviderOutput | undefined): MergeField[] {
  const { t } = useTranslation(['provider', 'providers']);
  const typed = secret.current?.read();
  if (!latest || typed === undefined) return [];
  const theirs = <SecretStatus stored={latest.sharedApiKey} brief />;
  const yours = t(typed === null ? 'conflict.noKey' : 'conflict.newKey');
  return [{ id: 'sharedApiKey', label: t('providers:form.sharedKey'), yours, theirs, isTouched: true }];
}

function useShown(fields: readonly MergedField[]) {
  const { t } = useTranslation(['providers', 'common']);
  const shown = (label: string, kind: 'name' | 'code' | 'json') => ({
    label,
    show: (value: string) => <MergeValue kind={kind}>{value}</MergeValue>,
  });
  const all = {
    name: shown(t('form.name'), 'name'),
    slug: shown(t('form.slug'), 'code'),
    displayName: shown(t('common:form.displayName'), 'name'),
    website: shown(t('form.website'), 'code'),
    apiBaseUrl: shown(t('form.apiBaseUrl'), 'code'),
    config: shown(t('common:form.config'), 'json'),
  } satisfies Record<MergedField, unknown>;
  return Object.fromEntries(fields.map((field) => [field, all[field]]));
}
