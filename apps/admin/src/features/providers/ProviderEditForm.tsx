import type { ProviderOutput } from '@ai-providers/contracts';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { reloading } from '../../api/reloading.js';
import { ConfirmOnce } from '../../components/ConfirmOnce.js';
import { ConflictDialog, OutdatedNotice } from '../../components/EditConflict.js';
import { Form } from '../../components/Form.js';
import { FormErrors } from '../../components/FormErrors.js';
import { SaveBar } from '../../components/SaveBar.js';
import { UnsavedGuard } from '../../components/UnsavedGuard.js';
import { KeyUnreadable } from './KeyUnreadable.js';
import type { Consequence } from './provider-address.js';
import { ProviderFields } from './ProviderFields.js';
import { useProviderEdit } from './useProviderEdit.js';
import { useAskFirst, useProviderSave } from './useProviderSave.js';
import { useProvider } from './useProviders.js';

const route = getRouteApi('/panel/providers/$slug');

export function ProviderEditForm({ provider }: { provider: ProviderOutput }) {
  const { t } = useTranslation('providers');
  const edit = useProviderEdit(provider);
  const save = useProviderSave(edit, useFollowSlug(provider.slug));
  const ask = useAskFirst(edit, save.save);
  const { base, isDirty, isOutdated, secret, secretTouched, setSecretTouched } = edit;
  return (
    <Form onSubmit={ask.submit}>
      <UnsavedGuard dirty={isDirty} />
      {isOutdated && <OutdatedNotice text={t('conflict.notice')} onReload={() => save.startAgain(provider)} />}
      {base.sharedApiKey.set && base.sharedApiKey.readable === false && <KeyUnreadable />}
      <FormErrors failure={save.failure} />
      <ProviderFields
        form={edit.form}
        stored={base}
        secret={secret}
        secretTouched={secretTouched}
        onSecretTouched={setSecretTouched}
      />
      <SaveBar dirty={isDirty} saved={save.isSaved} busy={save.isBusy} onDiscard={() => save.startAgain(base)} />
      <AskFirst consequences={ask.asking} models={base.models.active} onConfirm={ask.confirm} onClose={ask.cancel} />
      {save.hasConflict && <Conflict slug={provider.slug} onLatest={save.startAgain} onStay={save.keepTyped} />}
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

interface ConflictProps {
  slug: string;
  onLatest: (latest: ProviderOutput) => void;
  onStay: () => void;
}

function Conflict({ slug, onLatest, onStay }: ConflictProps) {
  const { t } = useTranslation('providers');
  return <ConflictDialog title={t('conflict.title')} onStay={onStay} {...reloading(useProvider(slug), onLatest)} />;
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
