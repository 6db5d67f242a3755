import { Stack } from '@mantine/core';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { errorDataOf, failureOf } from '../api/error-message.js';
import { ErrorState } from '../components/ErrorState.js';

/** A page that could not be loaded or that stopped working. The rest of the panel goes on. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const retry = async () => {
    await router.invalidate();
    reset();
  };
  const isAnswered = errorDataOf(error) !== undefined;
  return (
    <Stack p="lg">
      <ErrorState
        {...failureOf(error)}
        title={isAnswered ? undefined : t('error.crashTitle')}
        onRetry={() => void retry()}
      />
    </Stack>
  );
}
