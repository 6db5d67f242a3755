import type { AdminOutput, AdminStanding } from '@ai-providers/contracts';
import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Time } from '../../components/Time.js';

export function RoleBadge({ role }: Pick<AdminOutput, 'role'>) {
  const { t } = useTranslation('admins');
  return <Badge color={role === 'super' ? 'indigo' : 'gray'}>{t(`role.${role}`)}</Badge>;
}

const colours = { active: 'green', invited: 'blue', disabled: 'gray' } as const;

/** Whether an account can be used; of an invitation, until when. */
export function StateBadge({ admin }: { admin: Pick<AdminStanding, 'state' | 'inviteExpiresAt'> }) {
  const { t } = useTranslation('admins');
  const { state, inviteExpiresAt } = admin;
  const isOver = state === 'invited' && hasExpired(inviteExpiresAt);
  return (
    <Group gap={6} wrap="wrap">
      <Badge color={isOver ? 'orange' : colours[state]}>{t(isOver ? 'state.expired' : `state.${state}`)}</Badge>
      {state === 'invited' && !isOver && (
        <Text size="xs" c="dimmed" component="span">
          {t('state.until')} <Time value={inviteExpiresAt} />
        </Text>
      )}
    </Group>
  );
}

/** No link at all counts as an expired one: only a new one helps. */
function hasExpired(inviteExpiresAt: string | null): boolean {
  return inviteExpiresAt === null || Date.parse(inviteExpiresAt) <= Date.now();
}
