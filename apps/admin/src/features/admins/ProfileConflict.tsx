import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { useLastChange } from '../../api/use-last-change.js';
import { mergeFields } from '../../components/merge-fields.js';
import { MergeDialog } from '../../components/MergeDialog.js';
import { MergeValue } from '../../components/MergeValue.js';
import { useLatestAdmin } from './useAdmins.js';
import { valuesOf, type ProfileEdit } from './useProfileForm.js';

/** Both versions of what was changed elsewhere first, to choose from. */
export function ProfileConflict({ edit }: { edit: ProfileEdit }) {
  const { t } = useTranslation('admins');
  const { base, form } = edit;
  const latest = useLatestAdmin(base.publicId);
  const versions = latest.data &&
    !latest.isFetching && { base: valuesOf(base), yours: form.values, theirs: valuesOf(latest.data) };
  const shown = {
    name: { label: t('column.name'), show: (name: string) => <MergeValue kind="name">{name}</MergeValue> },
    email: { label: t('column.email'), show: (email: string) => <MergeValue kind="code">{email}</MergeValue> },
  };
  return (
    <MergeDialog
      title={t('conflict.title')}
      change={useLastChange(base.publicId, ['admin.update', 'auth.profile_change'])}
      fields={versions ? mergeFields(versions, shown) : undefined}
      failure={latest.error ? failureOf(latest.error) : null}
      busy={edit.isBusy}
      onApply={(sides) => latest.data && void edit.saveMerged(latest.data, sides)}
      onStay={edit.keepTyped}
    />
  );
}
