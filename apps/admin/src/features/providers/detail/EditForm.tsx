import type { ProviderOutput } from '@ai-providers/contracts';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmOnce } from '../../../components/ConfirmOnce.js';
import { Form } from '../../../components/Form.js';
import { FormErrors } from '../../../components/FormErrors.js';
import { OutdatedNotice } from '../../../components/OutdatedNotice.js';
import { SaveBar } from '../../../components/SaveBar.js';
import { UnsavedGuard } from '../../../components/UnsavedGuard.js';
import type { Consequence } from '../provider-address.js';
import { useProviderEdit, type ProviderEdit } from '../useProviderEdit.js';
import { useAskFirst, useProviderSave } from '../useProviderSave.js';
import { ProviderConflict, type MergedField } from './ProviderConflict.js';

const route = getRouteApi('/panel/providers/$slug');

interface Props {
  provider: ProviderOutput;
  /** The fields that the form shows. */
  fields: readonly MergedField[];
  children: (edit: ProviderEdit) => ReactNode;
}

/** A part of a provider that is edited and saved by itself. */
export function EditForm({ provider, fields, children }: Props) {
  const edit = useProviderEdit(provider);
  const save = useProviderSave(edit, useFollowSlug(provider.slug));
  const ask = useAskFirst(edit, save.save);
  const { base, isDirty } = edit;
  return (
    <Form onSubmit={ask.submit}>
      <UnsavedGuard dirty={isDirty} />
      {edit.isOutdated && <OutdatedNotice onCompare={save.compare} />}
      <FormErrors failure={save.failure} />
      {children(edit)}
      <SaveBar dirty={isDirty} saved={save.isSaved} busy={save.isBusy} onDiscard={() => save.startAgain(base)} />
      <AskFirst consequences={ask.asking} models={base.models.active} onConfirm={ask.confirm} onClose={ask.cancel} />
      {save.hasConflict && <ProviderConflict edit={edit} save={save} fields={fields} />}
    </Form>
  );
}

/** The page's address holds the slug: after it was changed, the page goes on under the new one. */
function useFollowSlug(current: string) {
  const navigate = route.useNavigate();
  return ({ slug }: ProviderOutput) => {
    if (slug === current) return;
    void navigate({ params: { slug }, search: (now) => now, replace: true, ignoreBlocker: true });
  };
}

interface AskFirstProps {
  consequences: readonly Consequence[];
  /** Active models of the provider. */
  models: number;
  onConfirm: () => void;
  onClose: () => void;
}

function AskFirst({ consequences, models, onConfirm, onClose }: AskFirstProps) {
  const { t } = useTranslation('providers');
  if (consequences.length === 0) return null;
  return (
    <ConfirmOnce
      title={t('consequence.title')}
      confirmLabel={t('consequence.confirm')}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {consequences.map((consequence) => (
        <p key={consequence}>{t(`consequence.${consequence}`, { count: models })}</p>
      ))}
    </ConfirmOnce>
  );
}
