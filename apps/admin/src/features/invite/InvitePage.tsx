import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../components/lazy-part.js';
import { ButtonLink } from '../../components/links.js';
import { Page } from '../../components/Page.js';
import { PlainFrame } from '../../components/PlainFrame.js';
import { FormSkeleton } from '../../components/Skeletons.js';
import { useTokenOfLink } from '../../components/useTokenOfLink.js';

// With the contract's validator, which the words above it do not wait for.
const InviteForm = lazyPart(async () => (await import('./InviteForm.js')).InviteForm);

/** Where the one-time link of an invitation leads. */
export function InvitePage() {
  const token = useTokenOfLink();
  return <Invitation key={token} token={token} />;
}

function Invitation({ token }: { token: string }) {
  const { t } = useTranslation('auth');
  const router = useRouter();
  const [refusal, setRefusal] = useState<string | null>(null);
  return (
    <PlainFrame>
      {refusal === null ? (
        <Page title={t('invite.title')}>
          {token === '' ? (
            <NoToken />
          ) : (
            <>
              <Text size="sm" c="dimmed">
                {t('invite.text')}
              </Text>
              <Suspense fallback={<FormSkeleton fields={2} />}>
                <InviteForm token={token} onDone={() => router.history.push('/')} onSpent={setRefusal} />
              </Suspense>
            </>
          )}
        </Page>
      ) : (
        <Spent sentence={refusal} />
      )}
    </PlainFrame>
  );
}

function NoToken() {
  const { t } = useTranslation('auth');
  return (
    <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>
      {t('invite.noToken')}
    </Alert>
  );
}

/** No other password helps: only a new link does. */
function Spent({ sentence }: { sentence: string }) {
  const { t } = useTranslation('auth');
  return (
    <Page title={t('invite.spentTitle')}>
      <Text role="alert">{sentence}</Text>
      <ButtonLink to="/login" variant="default">
        {t('invite.toLogin')}
      </ButtonLink>
    </Page>
  );
}
