import { Button } from '@mantine/core';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { TRPCClientError } from '@trpc/client';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../api/error-message.js';
import { canCopy, copyText } from '../components/clipboard.js';
import { ErrorState } from '../components/ErrorState.js';
import { PlainFrame } from '../components/PlainFrame.js';
import { toast } from '../components/toast.js';

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
      {!isRequest && <CopyDetails error={error} />}
    </ErrorState>
  );
}

const inherited = { font: 'inherit', margin: 0 };

/** What to pass on to whoever can mend it. */
function CopyDetails({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const router = useRouter();
  if (!canCopy()) return null;
  const copy = async () => {
    try {
      const { crashDetails } = await import('./crash-details.js');
      copyText(crashDetails(error, router.state.matches.at(-1)?.fullPath ?? ''), t('error.detailsCopied'));
    } catch (failed) {
      toast.failure(failureOf(failed)); // a part of an older build, which the server has no more
    }
  };
  return (
    <Button size="xs" variant="default" onClick={() => void copy()}>
      {t('error.copyDetails')}
    </Button>
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
