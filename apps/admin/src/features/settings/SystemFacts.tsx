import type { SystemStatusOutput } from '@ai-providers/contracts';
import { Alert, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Ltr } from '../../components/Ltr.js';
import { Time } from '../../components/Time.js';
import { useFmt } from '../../i18n/fmt.js';
import { Advice } from './Advice.js';
import classes from './Settings.module.css';

interface Props {
  status: SystemStatusOutput;
}

/** A heading, what is so below it, and what helps where it is not good. */
export function Facts({
  title,
  facts,
  children,
}: {
  title: string;
  facts: [string, ReactNode][];
  children?: ReactNode;
}) {
  return (
    <section>
      <Title order={2} mb="sm">
        {title}
      </Title>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      {children}
    </section>
  );
}

export function ProgramFacts({ status }: Props) {
  const { t } = useTranslation('settings');
  const { version, publicUrl } = status;
  return (
    <Facts
      title={t('system.program')}
      facts={[
        [t('system.version'), <Ltr mono>{version}</Ltr>],
        [t('system.publicUrl'), publicUrl === null ? t('system.publicUrlNone') : <Ltr mono>{publicUrl}</Ltr>],
        [t('system.limitZone'), t('system.limitZoneUtc')],
      ]}
    />
  );
}

export function DatabaseFacts({ status: { database } }: Props) {
  const { t } = useTranslation('settings');
  return (
    <Facts
      title={t('system.database')}
      facts={[
        [t('system.kind'), t(`system.${database.kind}`)],
        [t('system.databaseVersion'), <Ltr mono>{database.version}</Ltr>],
        [t('system.migration'), <Ltr mono>{database.migration}</Ltr>],
      ]}
    />
  );
}

export function CacheFacts({ status: { cache } }: Props) {
  const { t } = useTranslation('settings');
  const state = t(`system.cache_${cache}`);
  return (
    <Facts title={t('system.cache')} facts={cache === 'down' ? [] : [[t('system.cacheState'), state]]}>
      {cache === 'down' && (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>
          {state}
        </Alert>
      )}
    </Facts>
  );
}

export function UsageFacts({ usage }: { usage: SystemStatusOutput['usage'] }) {
  const { t } = useTranslation('settings');
  const fmt = useFmt();
  const drift =
    usage.drift === null ? (
      t('system.driftUnknown')
    ) : (
      <>
        {fmt.number(usage.drift)} · {t('system.driftChecked')} <Time value={usage.driftCheckedAt} />
      </>
    );
  return (
    <Facts
      title={t('system.usage')}
      facts={[
        [t('system.drift'), drift],
        [t('system.open'), fmt.number(usage.open)],
        [t('system.waiting'), `${fmt.number(usage.waiting)} · ${t('system.waitingHint')}`],
      ]}
    >
      {usage.drift !== null && usage.drift > 0 && <Advice words="driftFix" command="pnpm usage:recount" />}
    </Facts>
  );
}
