import type { AdminStanding, SessionOutput } from '@ai-providers/contracts';
import { Stack, Text, Title } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { ErrorState } from '../../components/ErrorState.js';
import { lazyPart } from '../../components/lazy-part.js';
import { CardsSkeleton } from '../../components/Skeletons.js';
import type { AdminParts } from './admin-parts.js';
import classes from './Admins.module.css';
import { AdminTokens } from './AdminTokens.js';
import { useAdminSessions } from './useAdmins.js';

// Not needed to read the list.
const RevokeSession = lazyPart(async () => (await import('./RevokeAccess.js')).RevokeSession);

interface Props extends Pick<AdminParts, 'SessionRow'> {
  admin: AdminStanding;
}

/** The ways in that an account has: browsers and tokens. */
export function AdminAccess({ admin, SessionRow }: Props) {
  const { t } = useTranslation('admins');
  const { data, error, isPending, refetch } = useAdminSessions(admin.publicId);
  const [revoking, setRevoking] = useState<SessionOutput | null>(null);
  return (
    <Stack gap={32} maw={840}>
      <Stack component="section">
        <Title order={2}>{t('sessions.title')}</Title>
        {isPending && <CardsSkeleton cards={1} height={120} />}
        {error && <ErrorState {...failureOf(error)} onRetry={() => void refetch()} />}
        {data?.length === 0 && <Text size="sm">{t('sessions.none')}</Text>}
        {data && data.length > 0 && (
          <ul className={classes.list}>
            {data.map((session) => (
              <SessionRow key={session.publicId} session={session} onRevoke={() => setRevoking(session)} />
            ))}
          </ul>
        )}
      </Stack>
      <AdminTokens admin={admin} />
      <Suspense>{revoking && <RevokeSession session={revoking} onClose={() => setRevoking(null)} />}</Suspense>
    </Stack>
  );
}
