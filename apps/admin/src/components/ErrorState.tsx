import { ActionIcon, Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { canCopy, copyText } from './clipboard.js';
import { RetryAfter } from './RetryAfter.js';

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
      {canCopy() && (
        <ActionIcon
          size={24}
          variant="subtle"
          color="gray"
          aria-label={t('error.copyRequestId')}
          onClick={() => copyText(value, t('error.requestIdCopied'))}
        >
          <IconCopy size={14} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}
