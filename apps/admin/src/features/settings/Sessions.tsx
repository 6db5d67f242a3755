import type { SessionOutput } from '@ai-providers/contracts';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconDevices } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { ErrorState } from '../../components/ErrorState.js';
import { lazyPart } from '../../components/lazy-part.js';
import { usePageActions } from '../../components/page-actions.js';
import { CardsSkeleton } from '../../components/Skeletons.js';
import { SessionRow } from './SessionRow.js';
import classes from './Settings.module.css';
import { useSessions } from './useProfile.js';

// Not needed to read the list.
const RevokeSession = lazyPart(async () => (await import('./RevokeSession.js')).RevokeSession);
const RevokeOthers = lazyPart(async () => (await import('./RevokeSession.js')).RevokeOthers);

/** Browsers that are signed in to one's account. */
export function Sessions() {
  const { t } = useTranslation('settings');
  const { data, error, isPending, refetch } = useSessions();
  const [asking, setAsking] = useState<SessionOutput | 'others' | null>(null);
  const askOthers = () => setAsking('others');
  const hasOthers = data?.some(({ isCurrent }) => !isCurrent) ?? false;
  usePageActions(hasOthers ? [{ id: 'others', label: t('sessions.others'), icon: IconDevices, run: askOthers }] : []);
  const close = () => setAsking(null);
  return (
    <Stack component="section" aria-labelledby="sessions-title">
      <Group justify="space-between">
        <Heading isAlone={data !== undefined && !hasOthers} />
        {hasOthers && (
          <Button variant="default" onClick={askOthers}>
            {t('sessions.others')}
          </Button>
        )}
      </Group>
      {isPending && <CardsSkeleton cards={1} height={120} />}
      {error && <ErrorState {...failureOf(error)} onRetry={() => void refetch()} />}
      {data && data.length > 0 && (
        <ul className={classes.sessions}>
          {data.map((session) => (
            <SessionRow key={session.publicId} session={session} onRevoke={() => setAsking(session)} />
          ))}
        </ul>
      )}
      <Suspense>
        {asking === 'others' && <RevokeOthers onClose={close} />}
        {asking && asking !== 'others' && <RevokeSession session={asking} onClose={close} />}
      </Suspense>
    </Stack>
  );
}

function Heading({ isAlone }: { isAlone: boolean }) {
  const { t } = useTranslation('settings');
  return (
    <div>
      <Title order={2} id="sessions-title">
        {t('sessions.title')}
      </Title>
      <Text size="sm" c="dimmed">
        {isAlone ? t('sessions.alone') : t('sessions.text')}
      </Text>
    </div>
  );
}
