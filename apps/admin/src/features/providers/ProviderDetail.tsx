import type { ProviderOutput } from '@ai-providers/contracts';
import { Anchor } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Initials } from '../../components/Initials.js';
import { ButtonLink } from '../../components/links.js';
import { Ltr } from '../../components/Ltr.js';
import { Page } from '../../components/Page.js';
import { ActiveBadge } from './ActiveBadge.js';
import { ProviderTabs, type OtherParts } from './detail/ProviderTabs.js';
import { InactiveNotice } from './detail/InactiveNotice.js';
import { ProviderMenu } from './detail/ProviderMenu.js';
import { KeyUnreadable } from './KeyUnreadable.js';
import classes from './ProviderFacts.module.css';

interface Props extends Pick<ComponentProps<typeof Page>, 'parents'> {
  provider: ProviderOutput;
  others: OtherParts;
}

export function ProviderDetail({ provider, parents, others }: Props) {
  const { can, slug, isActive, sharedApiKey, website } = provider;
  return (
    <Page
      title={provider.displayName}
      mark={<Initials name={provider.displayName} />}
      aside={
        <span className={classes.line}>
          <ActiveBadge isActive={isActive} />
          <Ltr mono>{slug}</Ltr>
          {website !== '' && (
            <Anchor href={website} target="_blank" rel="noopener noreferrer" size="sm">
              <Ltr>{new URL(website).host}</Ltr> <IconExternalLink size={14} aria-hidden className="flip" />
            </Anchor>
          )}
        </span>
      }
      actions={can.update && <Actions provider={provider} />}
      parents={parents}
    >
      {!isActive && <InactiveNotice provider={provider} />}
      {sharedApiKey.set && sharedApiKey.readable === false && <KeyUnreadable slug={slug} />}
      <ProviderTabs provider={provider} others={others} />
    </Page>
  );
}

function Actions({ provider }: Pick<Props, 'provider'>) {
  const { t } = useTranslation('providers');
  return (
    <>
      {provider.can.addModel && (
        <ButtonLink to="/models/new" search={{ provider: provider.slug }} variant="default">
          {t('models.add')}
        </ButtonLink>
      )}
      <ProviderMenu provider={provider} />
    </>
  );
}
