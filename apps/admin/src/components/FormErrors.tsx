import { Alert, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureFacts, type Failure } from './ErrorState.js';

interface Props {
  title?: string;
  failure: (Failure & { details?: string[] }) | null;
}

/** Stands above a form's fields. Takes the focus when a failure arrives, so that it is read out. */
export function FormErrors({ title, failure }: Props) {
  const { t } = useTranslation();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure) ref.current?.focus();
  }, [failure]);
  if (!failure) return null;
  const { message, details = [], ...facts } = failure;
  return (
    <Alert
      ref={ref}
      tabIndex={-1}
      role="alert"
      color="red"
      icon={<IconAlertTriangle aria-hidden />}
      title={title ?? t('error.formTitle')}
    >
      <Stack gap="xs">
        <Text size="sm">{message}</Text>
        {details.length > 0 && (
          <List size="sm">
            {details.map((detail) => (
              <List.Item key={detail}>{detail}</List.Item>
            ))}
          </List>
        )}
        <FailureFacts {...facts} />
      </Stack>
    </Alert>
  );
}
