import type { ModelOutput } from '@ai-providers/contracts';
import { Alert, Button, Group } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FormErrors } from '../../components/FormErrors.js';
import { toast } from '../../components/toast.js';
import { ConflictDialog } from './ConflictDialog.js';
import { ModelFields } from './ModelFields.js';
import classes from './ModelForm.module.css';
import { SaveBar } from './SaveBar.js';
import { submitOnModEnter } from './submit-key.js';
import { UnsavedGuard } from './UnsavedGuard.js';
import { useModelEdit } from './useModelEdit.js';

export function ModelEditForm({ model }: { model: ModelOutput }) {
  const { t } = useTranslation('models');
  const edit = useModelEdit(model, ({ displayName: name }) => toast.success(t('toast.saved', { name })));
  const { form, base, isDirty, isBusy, startAgain } = edit;
  return (
    <form onSubmit={edit.submit} onKeyDown={submitOnModEnter} noValidate className={classes.form}>
      <UnsavedGuard dirty={isDirty} />
      {edit.isOutdated && <Outdated onReload={() => startAgain(model)} />}
      <FormErrors failure={edit.failure} />
      <ModelFields form={form} stored={base} />
      <SaveBar dirty={isDirty} busy={isBusy} onDiscard={() => startAgain(base)} />
      {edit.hasConflict && <ConflictDialog publicId={model.publicId} onReload={startAgain} onStay={edit.keepTyped} />}
    </form>
  );
}

/** The record was changed elsewhere while its form was open: told before a save is refused for it. */
function Outdated({ onReload }: { onReload: () => void }) {
  const { t } = useTranslation('models');
  return (
    <Alert color="blue" icon={<IconInfoCircle aria-hidden />} role="status">
      <Group justify="space-between">
        {t('conflict.notice')}
        <Button size="xs" variant="default" onClick={onReload}>
          {t('conflict.reload')}
        </Button>
      </Group>
    </Alert>
  );
}
