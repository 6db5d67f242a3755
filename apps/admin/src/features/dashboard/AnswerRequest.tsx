import type { AttentionItem } from '@ai-providers/contracts';
import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Time } from '../../components/Time.js';
import { toast } from '../../components/toast.js';
import { LimitForm } from './LimitForm.js';
import { namesIn } from './useAttentionWords.js';
import { useDismissRequest, useGrantRequest } from './useLimitAnswers.js';

interface Props {
  item: Extract<AttentionItem, { kind: 'limitRequest' }>;
  onClose: () => void;
}

/** Gives somebody what they asked for or another limit, or leaves theirs as it is. */
export function AnswerRequest({ item, onClose }: Props) {
  const { t } = useTranslation('dashboard');
  const grant = useGrantRequest();
  const dismiss = useDismissRequest();
  const { publicId, request } = item;
  const names = namesIn(item);
  const ended = (words: 'limit.set' | 'limit.dismissed') => ({
    onSuccess: () => {
      toast.success(t(words, names));
      onClose();
    },
  });
  return (
    <LimitForm
      title={t('attention.answerOf', names)}
      item={item}
      initial={request.monthlyLimit}
      saveLabel={t('limit.grant')}
      error={grant.error ?? dismiss.error}
      isBusy={grant.isPending || dismiss.isPending}
      onSave={(limit) => grant.mutate({ publicId, ...limit }, ended('limit.set'))}
      onClose={onClose}
      other={
        <Button
          variant="subtle"
          color="red"
          disabled={grant.isPending}
          loading={dismiss.isPending}
          onClick={() => dismiss.mutate({ publicId }, ended('limit.dismissed'))}
        >
          {t('limit.dismiss')}
        </Button>
      }
    >
      <Asked request={request} />
    </LimitForm>
  );
}

function Asked({ request: { note, requestedAt } }: { request: Props['item']['request'] }) {
  const { t } = useTranslation('dashboard');
  return (
    <>
      {note !== '' && (
        <Text component="blockquote" m={0} size="sm" dir="auto">
          {note}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t('limit.asked')} <Time value={requestedAt} />
      </Text>
    </>
  );
}
