import type { SessionOutput } from '@ai-providers/contracts';
import { Badge, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Ltr } from '../../components/Ltr.js';
import { Time } from '../../components/Time.js';
import classes from './Settings.module.css';
import { useSessionName } from './useSessionName.js';

export function SessionRow({ session, onRevoke }: { session: SessionOutput; onRevoke: () => void }) {
  const { t } = useTranslation('settings');
  const name = useSessionName(session);
  return (
    <li className={classes.session}>
      <div>
        <Group gap="xs">
          <Text size="sm" fw={500}>
            {name}
          </Text>
          {session.isCurrent && <Badge color="green">{t('sessions.current')}</Badge>}
        </Group>
        <Text size="xs" c="dimmed" component="div">
          {t('sessions.lastSeen')} <Time value={session.lastSeenAt} /> · {t('sessions.since')}{' '}
          <Time value={session.createdAt} />
          {session.ip !== null && (
            <>
              {' · '}
              {t('sessions.from')} <Ltr>{session.ip}</Ltr>
            </>
          )}
        </Text>
      </div>
      {!session.isCurrent && (
        <Button size="xs" variant="default" aria-label={t('sessions.revokeOf', { name })} onClick={onRevoke}>
          {t('sessions.revoke')}
        </Button>
      )}
    </li>
  );
}
