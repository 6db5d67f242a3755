import type { AdminOutput, SettingsOutput } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import { toast } from '../../components/toast.js';
import { nameOf } from './AdminName.js';
import { LimitDialog } from './LimitDialog.js';
import { useSetLimit } from './useAdminMutations.js';

interface Props {
  admin: AdminOutput;
  settings: SettingsOutput;
  onClose: () => void;
}

/** The limit of one admin with one provider. */
export function SetLimit({ admin, settings, onClose }: Props) {
  const { t } = useTranslation('admins');
  const save = useSetLimit();
  const { provider, usualLimit, raise } = settings;
  const seen = { admin: admin.publicId, expected: { usualLimit, raise } };
  const onSuccess = () => {
    toast.success(t('limit.saved', { provider: provider.displayName }));
    onClose();
  };
  return (
    <LimitDialog
      title={t('limit.title', { provider: provider.displayName, name: nameOf(admin) })}
      providers={[provider]}
      standing={settings}
      busy={save.isPending}
      error={save.error}
      onSave={(chosen) => save.mutate({ ...seen, ...chosen }, { onSuccess })}
      onClose={onClose}
    >
      {t('limit.text')}
    </LimitDialog>
  );
}
