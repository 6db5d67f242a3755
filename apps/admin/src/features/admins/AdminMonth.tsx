import type { AdminStanding } from '@ai-providers/contracts';
import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../../i18n/fmt.js';
import classes from './Admins.module.css';

type Month = Pick<AdminStanding, 'providers' | 'requestsThisMonth' | 'limited' | 'nearLimit'>;

/** The requests of a month, by which the list sorts, beside what the limits allow together; which are short, in words. */
export function AdminMonth({ admin }: { admin: Month }) {
  const { t } = useTranslation('admins');
  const fmt = useFmt();
  const { requestsThisMonth: requests, limited, nearLimit } = admin;
  const near = nearLimit - limited.reached;
  // One figure where all that is counted falls under a limit.
  const isWhole = limited.limit > 0 && limited.used === requests && limited.providers === admin.providers.total;
  return (
    <div className={classes.month}>
      <span className={classes.figure}>
        {limited.reached > 0 && <Badge color="red">{t('list.reached', { count: limited.reached })}</Badge>}
        {near > 0 && <Badge color="orange">{t('list.near', { count: near })}</Badge>}
        {isWhole ? t('list.ofLimit', { used: requests, limit: limited.limit }) : fmt.number(requests)}
      </span>
      {!isWhole && (
        <Text size="xs" c="dimmed">
          <LimitWords {...limited} />
        </Text>
      )}
      {limited.limit > 0 && <Bar {...limited} level={limited.reached > 0 ? 'reached' : near > 0 ? 'near' : 'ok'} />}
    </div>
  );
}

function LimitWords({ providers, limit, used }: Month['limited']) {
  const { t } = useTranslation('admins');
  if (providers === 0) return t('limit.none');
  return limit === 0 ? t('limit.zero') : t('list.limited', { used, limit, count: providers });
}

/** Says nothing that does not stand above it in words. */
function Bar({ used, limit, level }: Pick<Month['limited'], 'used' | 'limit'> & { level: 'ok' | 'near' | 'reached' }) {
  return (
    <span className={classes.bar} aria-hidden>
      <span data-level={level} style={{ inlineSize: `${Math.min(100, (used / limit) * 100)}%` }} />
    </span>
  );
}
