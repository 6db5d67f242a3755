import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from './lazy-part.js';
import { RetryAfter } from './RetryAfter.js';

const CopyRequestId = lazyPart(async () => (await import('./CopyRequestId.lazy.js')).CopyRequestId);

/** A failure in words, with what support would ask for. */
export interface Failure {
  message: string;
  code?: string;
  requestId?: string;
  /** Seconds. */
  retryAfter?: number;
}

interface Props extends Failure {
  title?: ReactNode;
  onRetry?: () => void;
  /** What else can be done about it, as buttons. */
  children?: ReactNode;
}

export function ErrorState({ title, message, onRetry, children, ...rest }: Props) {
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
        {(onRetry ?? children) && (
          <Group gap="xs">
            {onRetry && (
              <Button size="xs" variant="default" onClick={onRetry}>
                {t('action.retry')}
              </Button>
            )}
            {children}
          </Group>
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
      <RetryAfter key={requestId} seconds={retryAfter} />
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
      <Suspense>
        <CopyRequestId value={value} />
      </Suspense>
    </Group>
  );
}
