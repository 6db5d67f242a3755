import type { ProviderOutput } from '@ai-providers/contracts';
import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Ltr } from '../../components/Ltr.js';
import { Time } from '../../components/Time.js';
import { useFmt } from '../../i18n/fmt.js';
import classes from './ProviderFacts.module.css';

/** What is known about a provider at a glance; a figure that was not sent has no place here. */
export function ProviderFacts({ provider }: { provider: ProviderOutput }) {
  const { t } = useTranslation('providers');
  const fmt = useFmt();
  const { slug, models, totalRequests, lastUsedAt, website } = provider;
  const { active, total } = models;
  return (
    <dl className={classes.facts} aria-label={t('detail.facts')}>
      <Fact name={t('form.slug')}>
        <Ltr mono>{slug}</Ltr>
      </Fact>
      <Fact name={t('column.models')}>
        {total === undefined ? fmt.number(active) : t('modelsOf', { active, total })}
      </Fact>
      {totalRequests !== undefined && <Fact name={t('column.requests')}>{fmt.number(totalRequests)}</Fact>}
      {lastUsedAt !== undefined && (
        <Fact name={t('column.lastUsed')}>
          <Time value={lastUsedAt} />
        </Fact>
      )}
      {website !== '' && (
        <Fact name={t('column.website')}>
          <Anchor href={website} target="_blank" rel="noopener noreferrer" size="sm">
            <Ltr>{new URL(website).host}</Ltr>
          </Anchor>
        </Fact>
      )}
      {!provider.can.update && <AccessFacts provider={provider} />}
    </dl>
  );
}

/** Those who may change the access see it as switches instead. */
function AccessFacts({ provider }: { provider: ProviderOutput }) {
  const { t } = useTranslation('providers');
  return (
    <>
      <Fact name={t('detail.personalKeys')}>
        {t(provider.allowPersonalKeys ? 'detail.allowed' : 'detail.notAllowed')}
      </Fact>
      <Fact name={t('detail.sharedKey')}>
        {t(provider.allowSharedForNormalAdmins ? 'detail.openToAdmins' : 'detail.superOnly')}
      </Fact>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
