import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { TRPCClientError } from '@trpc/client';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../api/error-message.js';
import { ErrorState } from '../components/ErrorState.js';
import { lazyPart } from '../components/lazy-part.js';
import { PlainFrame } from '../components/PlainFrame.js';
import { loadsAnew, LostFile } from '../files.js';

const CopyDetails = lazyPart(async () => (await import('./CopyDetails.js')).CopyDetails);

/** A page that could not be loaded or that stopped working. The rest of the panel goes on. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const [isLeaving] = useState(() => loadsAnew(error));
  const retry = async () => {
    if (error instanceof LostFile) return window.location.reload();
    await router.invalidate();
    reset();
  };
  // Whether it was a request that failed, and not the page itself.
  const isRequest = error instanceof TRPCClientError;
  const title = t(isRequest ? 'error.title' : 'error.crashTitle');
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  });
  if (isLeaving) return null;
  return (
    <ErrorState {...failureOf(error)} title={<h1 style={inherited}>{title}</h1>} onRetry={() => void retry()}>
      <Suspense>{!isRequest && <CopyDetails error={error} />}</Suspense>
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
