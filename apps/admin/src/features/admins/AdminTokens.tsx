import type { AdminStanding, TokenOutput } from '@ai-providers/contracts';
import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../api/error-message.js';
import { ErrorState } from '../../components/ErrorState.js';
import { lazyPart } from '../../components/lazy-part.js';
import { Ltr } from '../../components/Ltr.js';
import { CardsSkeleton } from '../../components/Skeletons.js';
import { Time } from '../../components/Time.js';
import classes from './Admins.module.css';
import { useAdminTokens } from './useAdmins.js';

// Not needed to read the list.
const RevokeToken = lazyPart(async () => (await import('./RevokeAccess.js')).RevokeToken);

/** The newest API tokens of an account. */
export function AdminTokens({ admin }: { admin: AdminStanding }) {
  const { t } = useTranslation('admins');
  const { data, error, isPending, refetch } = useAdminTokens(admin.publicId);
  const [revoking, setRevoking] = useState<TokenOutput | null>(null);
  return (
    <Stack component="section">
      <Title order={2}>{t('tokens.title')}</Title>
      {isPending && <CardsSkeleton cards={1} height={120} />}
      {error && <ErrorState {...failureOf(error)} onRetry={() => void refetch()} />}
      {data?.total === 0 && <Text size="sm">{t('tokens.none')}</Text>}
      {data && data.total > 0 && (
        <ul className={classes.list}>
          {data.items.map((token) => (
            <TokenRow key={token.publicId} token={token} onRevoke={() => setRevoking(token)} />
          ))}
        </ul>
      )}
      {data && data.total > data.items.length && (
        <Text size="sm" c="dimmed">
          {t('tokens.newest', { shown: data.items.length, total: data.total })}
        </Text>
      )}
      <Suspense>{revoking && <RevokeToken token={revoking} onClose={() => setRevoking(null)} />}</Suspense>
    </Stack>
  );
}

const colours = { active: 'green', expired: 'orange', revoked: 'gray' } as const;

function TokenRow({ token, onRevoke }: { token: TokenOutput; onRevoke: () => void }) {
  const { t } = useTranslation('admins');
  const { name, last4, scopes, state, can, lastUsedAt } = token;
  return (
    <li className={classes.entry}>
      <div>
        <Group gap="xs">
          <Text size="sm" fw={500} component="bdi">
            {name}
          </Text>
          <Badge color={colours[state]}>{t(`tokens.${state}`)}</Badge>
        </Group>
        <Text size="xs" c="dimmed" component="div">
          <Ltr mono>{`dap_…${last4}`}</Ltr> · <Ltr mono>{scopes.join(', ')}</Ltr> · {t('tokens.lastUsed')}{' '}
          <Time value={lastUsedAt} />
        </Text>
      </div>
      {can.revoke && (
        <Button size="xs" variant="default" aria-label={t('tokens.revokeOf', { name })} onClick={onRevoke}>
          {t('tokens.revoke')}
        </Button>
      )}
    </li>
  );
}
