import type { ProviderOutput } from '@ai-providers/contracts';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { failureOf } from '../../../api/error-message.js';
import { Ltr } from '../../../components/Ltr.js';
import { MergeDialog, type MergeField } from '../../../components/MergeDialog.js';
import { SecretStatus } from '../../../components/SecretStatus.js';
import { differences } from '../../../components/three-way.js';
import { Time } from '../../../components/Time.js';
import { valuesOf } from '../provider-values.js';
import type { ProviderEdit } from '../useProviderEdit.js';
import type { ProviderSave } from '../useProviderSave.js';
import { useLastChange, useLatestProvider } from '../useProviders.js';
import classes from './Detail.module.css';

/** The fields of a form that two people may change at once. */
export type MergedField = 'name' | 'slug' | 'displayName' | 'website' | 'apiBaseUrl' | 'config';

interface Props {
  edit: ProviderEdit;
  save: ProviderSave;
  /** What the form holds, in its order. */
  fields: readonly MergedField[];
}

/** Both versions of what somebody else saved first, to choose from. */
export function ProviderConflict({ edit, save, fields }: Props) {
  const { t } = useTranslation('providers');
  const latest = useLatestProvider(edit.base.slug);
  const rows = useRows(edit, latest.isFetching ? undefined : latest.data, fields);
  return (
    <MergeDialog
      title={t('conflict.title')}
      who={<Who publicId={edit.base.publicId} />}
      fields={rows}
      failure={latest.error ? failureOf(latest.error) : null}
      busy={save.isBusy}
      onApply={(sides) => latest.data && void save.saveMerged(latest.data, sides)}
      onStay={save.keepTyped}
    />
  );
}

function Who({ publicId }: { publicId: string }) {
  const { t } = useTranslation('provider');
  const entry = useLastChange(publicId).data?.items[0];
  if (!entry) return t('conflict.somebody');
  return (
    <Trans
      t={t}
      i18nKey="conflict.who"
      values={{ name: entry.actor.label }}
      components={{ who: <bdi />, when: <Time value={entry.occurredAt} /> }}
    />
  );
}

/** The rows for what differs. */
function useRows(
  { base, form, secret }: ProviderEdit,
  latest: ProviderOutput | undefined,
  fields: readonly MergedField[],
) {
  const { t } = useTranslation(['provider', 'providers', 'common']);
  if (!latest) return undefined;
  const labels: Record<MergedField, string> = {
    name: t('providers:form.name'),
    slug: t('providers:form.slug'),
    displayName: t('common:form.displayName'),
    website: t('providers:form.website'),
    apiBaseUrl: t('providers:form.apiBaseUrl'),
    config: t('common:form.config'),
  };
  const found = differences(valuesOf(base), form.values, valuesOf(latest));
  const rows: MergeField[] = fields.flatMap((id) =>
    found
      .filter(({ field }) => field === id)
      .map(({ yours, theirs, isTouched }) => ({
        id,
        label: labels[id],
        yours: shown(id, yours),
        theirs: shown(id, theirs),
        isTouched,
      })),
  );
  const typed = secret.current?.read();
  if (typed === undefined) return rows;
  const theirs = <SecretStatus stored={latest.sharedApiKey} brief />;
  const yours = t(typed === null ? 'conflict.noKey' : 'conflict.newKey');
  return [...rows, { id: 'sharedApiKey', label: t('providers:form.sharedKey'), yours, theirs, isTouched: true }];
}

function shown(field: MergedField, value: unknown): ReactNode {
  const text = String(value);
  if (field === 'config') return <pre className={classes.config}>{text}</pre>;
  if (text === '') return '—';
  return field === 'name' || field === 'displayName' ? <bdi>{text}</bdi> : <Ltr mono>{text}</Ltr>;
}
