import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { TRPCClientError } from '@trpc/client';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../api/error-message.js';
import { canCopy } from '../components/clipboard.js';
import { ErrorState } from '../components/ErrorState.js';
import { PlainFrame } from '../components/PlainFrame.js';

// Where the server has no such part any more, or does not answer, the page goes without it.
const CopyDetails = lazy(() =>
  import('./CopyDetails.js').then(
    (part) => ({ default: part.CopyDetails }),
    () => ({ default: () => null }),
  ),
);

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
  const title = t(isRequest ? 'error.title' : 'error.crashTitle');
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  });
  return (
    <ErrorState {...failureOf(error)} title={<h1 style={inherited}>{title}</h1>} onRetry={() => void retry()}>
      <Suspense>{!isRequest && canCopy() && <CopyDetails error={error} />}</Suspense>
    </ErrorState>
  );
}

const inherited = { font: 'inherit', margin: 0 };

/** The same where there is no frame around it: before anybody has signed in, or when the server does not answer. */
export function FullPageError(props: ErrorComponentProps) {
  return (
    <PlainFrame>
      <RouteError {...props} />
    </PlainFrame>
  );
}
