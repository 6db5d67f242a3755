import type { AttentionItem } from '@ai-providers/contracts';
import { useTranslation } from 'react-i18next';
import { toast } from '../../components/toast.js';
import { LimitForm, type NewLimit } from './LimitForm.js';
import { namesIn } from './useAttentionWords.js';
import { useSetLimit } from './useLimitAnswers.js';

interface Props {
  item: Extract<AttentionItem, { kind: 'nearLimit' }>;
  onClose: () => void;
}

/** A new limit for somebody who is near theirs. */
export function RaiseLimit({ item, onClose }: Props) {
  const { t } = useTranslation('dashboard');
  const set = useSetLimit();
  const { admin, provider, monthlyLimit, usualLimit, raise } = item;
  const names = namesIn(item);
  const save = (limit: NewLimit) =>
    set.mutate(
      { admin: admin.publicId, provider: provider.slug, ...limit, expected: { usualLimit, raise } },
      {
        onSuccess: () => {
          toast.success(t('limit.set', names));
          onClose();
        },
      },
    );
  return (
    <LimitForm
      title={t('attention.raiseOf', names)}
      item={item}
      initial={monthlyLimit}
      saveLabel={t('limit.save')}
      error={set.error}
      isBusy={set.isPending}
      onSave={save}
      onClose={onClose}
    />
  );
}
