import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { TRPCClientError } from '@trpc/client';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../api/error-message.js';
import { ErrorState } from '../components/ErrorState.js';
import { PlainFrame } from '../components/PlainFrame.js';

/** A page that could not be loaded or that stopped working. The rest of the panel goes on. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const retry = async () => {
    await router.invalidate();
    reset();
  };
  // Whether it was a request that failed, and not the page itself.
  const isRequest = error instanceof TRPCClientError;
  return (
    <ErrorState
      {...failureOf(error)}
      title={isRequest ? undefined : t('error.crashTitle')}
      onRetry={() => void retry()}
    />
  );
}

/** The same where there is no frame around it: before anybody has signed in, or when the server does not answer. */
export function FullPageError(props: ErrorComponentProps) {
  return (
    <PlainFrame>
      <RouteError {...props} />
    </PlainFrame>
  );
}
