import type { ProviderOutput } from '@ai-providers/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Time } from '../../../components/Time.js';
import { useFmt } from '../../../i18n/fmt.js';
import { OwnKey, OwnUsage } from '../OwnKey.js';
import { useOwnStanding } from '../useOwnStanding.js';
import { useProviderUsage } from '../useProviders.js';
import classes from './Detail.module.css';

/** Of everybody, for those who keep the provider. */
export function Figures({ provider }: { provider: ProviderOutput }) {
  const { t } = useTranslation(['provider', 'providers']);
  const fmt = useFmt();
  const { byAdmin } = useProviderUsage(provider.slug);
  const { models, totalRequests = '0', lastUsedAt = null } = provider;
  const admins = byAdmin.data && byAdmin.data.groups.length + (byAdmin.data.other?.groups ?? 0);
  return (
    <dl className={classes.figures} aria-label={t('figure.label')}>
      <Figure name={t('figure.requests')}>{fmt.number(totalRequests)}</Figure>
      <Figure name={t('figure.models')}>
        {t('providers:modelsOf', { active: models.active, total: models.total ?? models.active })}
      </Figure>
      <Figure name={t('figure.admins')}>{admins === undefined ? '…' : fmt.number(admins)}</Figure>
      <Figure name={t('figure.lastUsed')} isWords>
        <Time value={lastUsedAt} />
      </Figure>
    </dl>
  );
}

/** One's own, for everybody else. */
export function OwnFigures({ provider }: { provider: ProviderOutput }) {
  const { t } = useTranslation('provider');
  const fmt = useFmt();
  const own = useOwnStanding(true).get(provider.slug);
  return (
    <dl className={classes.figures} aria-label={t('figure.label')}>
      <Figure name={t('figure.ownRequests')}>{own ? <OwnUsage own={own} /> : '…'}</Figure>
      <Figure name={t('figure.models')}>{fmt.number(provider.models.active)}</Figure>
      <Figure name={t('figure.ownKey')} isWords>
        {own ? <OwnKey own={own} /> : '…'}
      </Figure>
    </dl>
  );
}

function Figure({ name, isWords = false, children }: { name: string; isWords?: boolean; children: ReactNode }) {
  return (
    <div className={classes.figure}>
      <dt>{name}</dt>
      <dd className={isWords ? classes.words : undefined}>{children}</dd>
    </div>
  );
}
