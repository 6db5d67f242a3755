import type { ModelOutput } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import { reloading } from '../../api/reloading.js';
import { ConflictDialog, OutdatedNotice } from '../../components/EditConflict.js';
import { Form } from '../../components/Form.js';
import { FormErrors } from '../../components/FormErrors.js';
import { SaveBar } from '../../components/SaveBar.js';
import { toast } from '../../components/toast.js';
import { UnsavedGuard } from '../../components/UnsavedGuard.js';
import { ModelFields } from './ModelFields.js';
import { useModelEdit } from './useModelEdit.js';
import { useModel } from './useModels.js';

interface Props {
  model: ModelOutput;
  startAtPrice: boolean;
}

export function ModelEditForm({ model, startAtPrice }: Props) {
  const { t } = useTranslation('models');
  const edit = useModelEdit(model, ({ displayName: name }) => toast.success(t('toast.saved', { name })));
  const { form, base, isDirty, isBusy, startAgain } = edit;
  return (
    <Form onSubmit={edit.submit}>
      <UnsavedGuard dirty={isDirty} param="model" />
      {edit.isOutdated && <OutdatedNotice text={t('conflict.notice')} onReload={() => startAgain(model)} />}
      <FormErrors failure={edit.failure} />
      <ModelFields form={form} stored={base} rival={edit.rival} startAtPrice={startAtPrice} />
      <SaveBar dirty={isDirty} busy={isBusy} onDiscard={() => startAgain(base)} />
      {edit.hasConflict && <Conflict publicId={model.publicId} onLatest={startAgain} onStay={edit.keepTyped} />}
    </Form>
  );
}

interface ConflictProps {
  publicId: string;
  onLatest: (latest: ModelOutput) => void;
  onStay: () => void;
}

function Conflict({ publicId, onLatest, onStay }: ConflictProps) {
  const { t } = useTranslation('models');
  return <ConflictDialog title={t('conflict.title')} onStay={onStay} {...reloading(useModel(publicId), onLatest)} />;
}
