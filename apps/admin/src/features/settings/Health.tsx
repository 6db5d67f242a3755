import type { SystemStatusOutput } from '@ai-providers/contracts';
import { Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../api/trpc.js';
import { healthOf, type Check } from './health-checks.js';
import classes from './Settings.module.css';

const icons = { good: IconCircleCheck, bad: IconAlertTriangle, unknown: IconClock } as const;

/** The whole installation in one line; the facts below tell more of each. */
export function Health({ status }: { status: SystemStatusOutput }) {
  const { t } = useTranslation('settings');
  const chain = trpc.audit.verifyStatus.useQuery(undefined, { meta: { handlesError: true } });
  const checks = healthOf(status, chain.data);
  const bad = checks.filter(({ state }) => state === 'bad').length;
  return (
    <section>
      <Title order={2} mb="sm">
        {t('health.title')}
      </Title>
      <Text mb="xs">{bad === 0 ? t('health.well') : t('health.attention', { count: bad })}</Text>
      <ul className={classes.health}>
        {checks.map((check) => (
          <HealthCheck key={check.word} {...check} />
        ))}
      </ul>
    </section>
  );
}

function HealthCheck({ state, word, count }: Check) {
  const { t } = useTranslation('settings');
  const Icon = icons[state];
  return (
    <li data-state={state}>
      <Icon size={16} aria-hidden />
      {t(`health.${word}`, { count })}
    </li>
  );
}
