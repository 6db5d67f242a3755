import { ActionIcon, Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

// Few failures have a time to wait.
const RetryAfter = lazy(async () => ({ default: (await import('./RetryAfter.js')).RetryAfter }));

/** A failure in words, with what support would ask for. */
export interface Failure {
  message: string;
  code?: string;
  requestId?: string;
  /** Seconds. */
  retryAfter?: number;
}

interface Props extends Failure {
  title?: string;
  onRetry?: () => void;
}

export function ErrorState({ title, message, onRetry, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={title ?? t('error.title')}
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{message}</Text>
        <FailureFacts {...rest} />
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('action.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** Code, waiting time and request id: the same under a failed region and in a form. */
export function FailureFacts({ code, requestId, retryAfter }: Omit<Failure, 'message'>) {
  const { t } = useTranslation();
  return (
    <>
      <Suspense>
        {retryAfter !== undefined && retryAfter > 0 && <RetryAfter key={requestId} seconds={retryAfter} />}
      </Suspense>
      {code !== undefined && (
        <Group gap="xs">
          <Text size="xs">
            {t('error.code')}: <Code dir="ltr">{code}</Code>
          </Text>
          {requestId !== undefined && <RequestId value={requestId} />}
        </Group>
      )}
    </>
  );
}

function RequestId({ value }: { value: string }) {
  const { t } = useTranslation();
  return (
    <Group gap={4}>
      <Text size="xs">
        {t('error.requestId')}: <Code dir="ltr">{value}</Code>
      </Text>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <ActionIcon size={24} variant="subtle" color="gray" aria-label={t('error.copyRequestId')} onClick={copy}>
            {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
          </ActionIcon>
        )}
      </CopyButton>
    </Group>
  );
}
